using Simulator.Analysis.Horizons;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Floors;

/// <summary>What <c>estimate</c> found out: the theoretical O(1) number, and how the rollout stands to it.</summary>
public sealed record FloorEstimate
{
    /// <summary>The sizes up to N, as <c>sweep</c> answers them.</summary>
    public required StudyResult Study { get; init; }

    /// <summary>t_1, t_1_p50, t_inf, t_inf_p50, t_inf_p95, and failures_add where something fails.</summary>
    public required IReadOnlyList<FloorFigure> Figures { get; init; }

    /// <summary>Steps with random durations, the one whose stragglers cost most first.</summary>
    public required IReadOnlyList<StepTail> Tails { get; init; }

    /// <summary>What T_inf never exceeds, whatever N; null where a step is unbounded or nothing is known.</summary>
    public double? Ceiling { get; init; }

    /// <summary>Steps whose durations have no upper bound.</summary>
    public required IReadOnlyList<string> Unbounded { get; init; }

    /// <summary>Whether O(1) is accepted over the tested sizes.</summary>
    public required Acceptance Acceptance { get; init; }

    /// <summary>A figure by its name; null where it is not among them.</summary>
    /// <param name="name">The name.</param>
    public FloorFigure? this[string name] => Figures.FirstOrDefault(figure => figure.Name == name);
}
