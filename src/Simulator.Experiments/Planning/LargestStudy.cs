using Simulator.Analysis.Horizons;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Planning;

/// <summary>The largest N at which a goal holds, where it holds up to some N and no further: doubling, then bisection.</summary>
public static class LargestStudy
{
    /// <summary>Looks for it.</summary>
    /// <param name="scenario">The scenario; its N is the largest that is looked at.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="options">Threads, and replications where they are fixed.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <returns>All sizes that were run, rising.</returns>
    public static IReadOnlyList<SizeTrial> Run(
        Scenario scenario,
        PlanGoal goal,
        StudyOptions options,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(options);
        var replications = PlanStudy.CountFor(scenario, goal, options);
        var runs = Replications.First(scenario.Seed, replications, options.Threads, cancellation);
        var tried = new List<SizeTrial>();
        _ = LargestSize.Where(Holds, scenario.Model.Cluster.Nodes);
        return [.. tried.OrderBy(size => size.Nodes)];

        bool Holds(long nodes)
        {
            var sized = scenario.With("cluster.nodes", FormattableString.Invariant($"{nodes}"));
            var trial = new Trials(sized, goal, runs).Of(Setting.AsItIs);
            tried.Add(new SizeTrial((int)nodes, trial.Seconds, trial.Floor, PlanGoal.IsReached(trial.Miss)));
            return tried[^1].Holds;
        }
    }
}
