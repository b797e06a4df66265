using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Planning;

/// <summary>The least changes that reach a goal, or what keeps it from being reached.</summary>
public sealed record PlanResult
{
    /// <summary>What was asked.</summary>
    public required PlanGoal Goal { get; init; }

    /// <summary>The scenario as it is, at the N that is planned for.</summary>
    public required StudyResult Before { get; init; }

    /// <summary>The scenario with the changes made; the same as before where there are none.</summary>
    public required StudyResult After { get; init; }

    /// <summary>The changes in the order in which to make them.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>What is left as it is.</summary>
    public required IReadOnlyList<Untouched> Untouched { get; init; }

    /// <summary>Whether the changed scenario reaches the goal in its own runs.</summary>
    public required bool IsReached { get; init; }

    /// <summary>Mean T with every lever as high as it goes.</summary>
    public required double BestSeconds { get; init; }

    /// <summary>T_inf(N) with every lever as high as it goes.</summary>
    public required double BestFloor { get; init; }

    /// <summary>Whether the goal is reached with every lever as high as it goes.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>What failures alone add to the floor, in seconds; 0 where nothing fails.</summary>
    public double FailuresSeconds { get; init; }

    /// <summary>The price of all changes; null where none are given.</summary>
    public double? Price { get; init; }

    /// <summary>Changes without a price.</summary>
    public IReadOnlyList<string> Unpriced { get; init; } = [];

    /// <summary>Limits in force whose numbers do not stand in the file, such as those of a preset.</summary>
    public required IReadOnlyList<string> Fixed { get; init; }

    /// <summary>Services that no step uses.</summary>
    public required IReadOnlyList<string> Unused { get; init; }

    /// <summary>Key paths and values of the changed scenario, as the file would write them.</summary>
    public required IReadOnlyList<(string Path, string Value)> Changes { get; init; }

    /// <summary>Settings that were run, each over <see cref="Replications"/> replications.</summary>
    public required int Trials { get; init; }

    /// <summary>Replications of each setting.</summary>
    public required int Replications { get; init; }
}
