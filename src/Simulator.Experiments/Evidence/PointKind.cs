namespace Simulator.Experiments.Evidence;

/// <summary>What a point says about the prediction.</summary>
public enum PointKind
{
    /// <summary>Nothing in the scenario was taken from it: it counts.</summary>
    Unseen,

    /// <summary>It sets a number of the scenario: it does not count.</summary>
    Calibrated,

    /// <summary>The mechanism of its case is unknown: it does not count.</summary>
    NegativeControl,

    /// <summary>No scenario predicts its case.</summary>
    NoScenario,
}
