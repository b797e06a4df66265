using Simulator.Cluster.Bounds;
using Simulator.Cluster.Topology;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Reading;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios;

/// <summary>What makes a sound scenario impossible to finish: reasons to refuse a run before it starts.</summary>
public static class DesignLint
{
    /// <summary>Finds deadlocks by design, each with both places and the number that cures it.</summary>
    /// <param name="scenario">The scenario with the overrides of one cell, since shares depend on the number of nodes.</param>
    /// <returns>In the order of the file; empty where there is nothing to refuse.</returns>
    public static IReadOnlyList<Issue> Find(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var issues = new IssueList(scenario.Source);
        foreach (var deadlock in DeadlockByDesign.Find(scenario.Model))
        {
            Add(deadlock, scenario, issues);
        }

        return Issues.Sorted(issues.Found);
    }

    private static void Add(DeadlockByDesign deadlock, Scenario scenario, IssueList issues)
    {
        var rollout = scenario.Root["rollout"]!;
        var unit = scenario.Model.Rollout.Unit;
        var limit = PlaceOfLimit(rollout);
        var found = $"{limit.Path} admits {Count(deadlock.Admitted, deadlock, unit)} at once";
        if (deadlock.Step is not { } name)
        {
            var size = $"a {unit}, which is admitted as a whole, holds {deadlock.Needed} nodes";
            issues.AddPair(At(limit), rollout["unit"]!.Span, limit.Path, (found, size, Cure(deadlock, rollout, unit)));
            return;
        }

        var step = scenario.Root["update"]!["steps"]![name]!;
        var isCluster = deadlock.Level is Levels.Cluster;
        var whom = isCluster ? "all nodes" : $"all nodes of a {deadlock.Level}";
        var expected = !scenario.Model.Rollout.HasBatches
            ? $"step '{name}' waits for {whom} while they hold their places, so that it never begins"
            : $"step '{name}' waits for {whom}, and a batch ends in the middle of them, so that it never begins";
        issues.AddPair(At(limit), step["per"]!.Span, limit.Path, (found, expected, Cure(deadlock, rollout, unit)));
    }

    /// <summary>What decides how many go at once: a preset as a whole, sizes of waves, or the limit.</summary>
    internal static Checked PlaceOfLimit(Checked rollout) =>
        rollout["preset"]
        ?? rollout["waves"]
        ?? rollout["by"]
        ?? rollout["limit"]?["max-unavailable"]
        ?? rollout["limit"]?["surge"]
        ?? rollout;

    private static TextSpan At(Checked limit) => limit.IsMap ? limit.Key : limit.Span;

    private static string Cure(DeadlockByDesign deadlock, Checked rollout, string unit)
    {
        var isGroup = deadlock.Step is not null && deadlock.Level is not Levels.Cluster;
        var whole = isGroup ? $", or 'unit: {deadlock.Level}' to admit whole groups" : "";
        return rollout["preset"] is not null ? $"{Count(deadlock.Needed, deadlock, unit)} at once are needed{whole}."
            : rollout["waves"] is not null
                ? $"Let every wave end between two groups: multiples of {deadlock.Needed}{whole}."
            : $"Write '{Count(deadlock.Needed, deadlock, unit)}'{whole}.";
    }

    private static string Count(long number, DeadlockByDesign deadlock, string unit)
    {
        var level = deadlock.CountsUnits ? unit : Levels.Node;
        return $"{number} {(number == 1 ? level : Names.Plural(level))}";
    }
}
