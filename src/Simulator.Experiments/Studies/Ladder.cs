using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Studies;

/// <summary>
/// The waterfall from T_1 to T(N): what makes a rollout slower than one node is put in force one thing after the other,
/// each time with the same draws, in a fixed order: stragglers, failures, the limit as a window, its barrier, the services in
/// the order of the file.
/// </summary>
/// <remarks>
/// An accounting, not advice: what comes later in the order is charged only for what it adds, and may take something away.
/// Differences are means over the first replications; what these leave to the cell's own means is shared out in proportion
/// where it is below a thousandth of T, else it is a bar of its own, <c>sampling</c>, so that the bars add up to T(N).
/// </remarks>
internal static class Ladder
{
    private const long NodeRuns = 600_000;
    private const int MostReplications = 30;
    private const double Negligible = 1e-3;

    /// <summary>The bars for a cell; the threads change none.</summary>
    public static IReadOnlyList<WaterfallBar> Of(
        Scenario scenario,
        CellResult cell,
        int threads,
        CancellationToken cancellation
    )
    {
        var rungs = Rungs(scenario.Model).ToList();
        var completed = CellFindings.Completed(cell.Runs).Select(run => (ulong)run.Replication);
        var replications = completed.Take((int)Math.Min(Math.Max(2, NodeRuns / cell.Nodes), MostReplications)).ToList();
        if (replications.Count == 0)
        {
            return [];
        }

        var runs = new Replications(scenario.Seed, replications, threads, cancellation);
        var solo = Mean(scenario, PlanOptions.Solo, runs);
        var steps = new List<(string Cause, double Seconds)>();
        var before = solo;
        foreach (var (cause, options) in rungs)
        {
            var after = Mean(scenario, options, runs);
            steps.Add((cause, after - before));
            before = after;
        }

        return Anchor(cell, steps);
    }

    /// <summary>Bars from T_1 over T_inf(N) to the cell's own T(N), whatever sampling leaves included.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="steps">What each cause adds to the floor, over some replications.</param>
    internal static IReadOnlyList<WaterfallBar> Anchor(
        CellResult cell,
        IReadOnlyList<(string Cause, double Seconds)> steps
    )
    {
        var bars = new List<WaterfallBar>
        {
            new("one node", cell.T1, cell.T1),
            new("stragglers", cell.TInf - cell.T1, cell.TInf),
        };
        var rest = (cell.Makespan?.Mean ?? cell.TInf) - cell.TInf - steps.Sum(step => step.Seconds);
        var weight = steps.Sum(step => Math.Abs(step.Seconds));
        var total = cell.TInf;
        var isSmall = weight > 0 && Math.Abs(rest) <= Negligible * (cell.Makespan?.Mean ?? 0);
        foreach (var (cause, seconds) in steps)
        {
            var share = isSmall ? rest * Math.Abs(seconds) / weight : 0;
            total += seconds + share;
            bars.Add(new WaterfallBar(cause, seconds + share, total));
        }

        if (!isSmall && rest != 0)
        {
            bars.Add(new WaterfallBar("sampling", rest, total + rest));
        }

        return bars;
    }

    private static IEnumerable<(string Cause, PlanOptions Options)> Rungs(Model model)
    {
        var options = PlanOptions.Solo;
        if (UpdatePlan.Compile(model).HasFailures)
        {
            options = options with { HasFailures = true };
            yield return ("failures", options);
        }

        if (model.Rollout.HasPlaces)
        {
            options = options with { HasLimit = true, HasBarrier = false };
            yield return (Causes.LimitName, options);
        }

        if (model.Rollout.HasBatches)
        {
            options = options with { HasBarrier = true };
            yield return ("barriers", options);
        }

        var names = model.Services.Select(service => service.Name).ToList();
        for (var index = 0; index < names.Count; index++)
        {
            options = options with
            {
                AllServicesPrivate = false,
                PrivateServices = names.Skip(index + 1).ToHashSet(StringComparer.Ordinal),
            };
            yield return (names[index], options);
        }
    }

    private static double Mean(Scenario scenario, PlanOptions options, Replications runs) =>
        runs.Makespans(UpdatePlan.Compile(scenario.Model, options)).Sum() / runs.Numbers.Count;
}
