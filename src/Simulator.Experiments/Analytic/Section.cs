using Simulator.Analysis.MeanField;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Analytic;

/// <summary>A part of the update that begins for all its nodes at once and ends with the last of them.</summary>
internal sealed record Section
{
    /// <summary>Steps before admission.</summary>
    public IReadOnlyList<StepSpec> Ahead { get; init; } = [];

    /// <summary>Steps while a place is held; all steps where places are not limited.</summary>
    public required IReadOnlyList<StepSpec> Held { get; init; }

    /// <summary>How many nodes there are.</summary>
    public required long Nodes { get; init; }

    /// <summary>The level whose groups move as one: the unit, or the highest level of a step.</summary>
    public required int Level { get; init; }

    /// <summary>Units that may hold places at once; null where all may.</summary>
    public long? Places { get; init; }

    /// <summary>For how long a place lies idle between two units; null where it does not.</summary>
    public Func<Grid, GridLaw>? Lag { get; init; }

    /// <summary>Units that one pass of a controller admits, and how often it passes in a second; null where there is none.</summary>
    public (double Rate, double Most)? Passes { get; init; }
}
