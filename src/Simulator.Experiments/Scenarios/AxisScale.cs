namespace Simulator.Experiments.Scenarios;

/// <summary>How the values of an axis lie, and how it is drawn.</summary>
public enum AxisScale
{
    /// <summary>One by one.</summary>
    Listed,

    /// <summary>Equal differences.</summary>
    Linear,

    /// <summary>Equal ratios.</summary>
    Log,
}
