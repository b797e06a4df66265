namespace Simulator.Experiments.Evidence;

/// <summary>What a scenario says about the published measurement that it predicts.</summary>
public sealed record EvidenceSpec
{
    /// <summary>What n counts, in words.</summary>
    public required string Counts { get; init; }

    /// <summary>The path of the quantity that n replaces; not used where the n-th end is measured.</summary>
    public required string Sets { get; init; }

    /// <summary>What was measured.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Whether the mechanism is unknown: shown, never counted.</summary>
    public bool IsNegativeControl { get; init; }

    /// <summary>What sets the time, in a sentence.</summary>
    public required string Mechanism { get; init; }

    /// <summary>The path of the limit that the mechanism stands on.</summary>
    public required string Capacity { get; init; }

    /// <summary>How far, relatively, a measurement may lie beyond the simulated range where too few points tell.</summary>
    public double Margin { get; init; }

    /// <summary>Numbers that were set by the case's own points, at most two.</summary>
    public IReadOnlyList<CalibratedNumber> Calibrated { get; init; } = [];

    /// <summary>Where the measurement was published.</summary>
    public required string Source { get; init; }

    /// <summary>Under which terms its numbers are repeated.</summary>
    public required string Licence { get; init; }
}
