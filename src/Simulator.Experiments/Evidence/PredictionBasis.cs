namespace Simulator.Experiments.Evidence;

/// <summary>What was known when a point was predicted.</summary>
public enum PredictionBasis
{
    /// <summary>Nothing of this point.</summary>
    OutOfSample,

    /// <summary>The case's numbers were calibrated anew without this point.</summary>
    LeaveOneOut,

    /// <summary>The point itself: its error is no test.</summary>
    InSample,
}
