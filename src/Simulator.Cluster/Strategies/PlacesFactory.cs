using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Strategies;

/// <summary>Makes the places that a rollout spec asks for.</summary>
internal static class PlacesFactory
{
    /// <summary>The places of a plan that limits them.</summary>
    /// <exception cref="DeadlockException">A unit that never fits into a batch.</exception>
    public static Places Make(Simulation simulation, UpdatePlan plan)
    {
        var (rollout, levels) = (plan.Model.Rollout, plan.Levels);
        var unit = plan.Admit!.Level;
        if (rollout.Admission != Admission.Window && plan.Options.HasBarrier)
        {
            var ends = Batches.Ends(rollout, levels) ?? throw UnitDoesNotFit(plan, unit);
            return new BatchPlaces(simulation, ends, rollout.Bake);
        }

        var (limit, countsUnits) = WindowOf(plan);
        return new WindowPlaces(
            simulation,
            limit,
            countsUnits || unit == 0 ? _ => 1 : group => levels.EndNode(unit, group) - levels.FirstNode(unit, group)
        );
    }

    private static (long Limit, bool CountsUnits) WindowOf(UpdatePlan plan)
    {
        var rollout = plan.Model.Rollout;
        if (rollout.Limit is { } limit)
        {
            return (limit.At(plan.Levels.Nodes), limit.MaxUnavailable.Kind == QuotaKind.Units);
        }

        var largest = rollout.Waves.MaxBy(wave => wave.At(plan.Levels.Nodes, Rounding.Down));
        return (Math.Max(1, largest.At(plan.Levels.Nodes, Rounding.Down)), largest.Kind == QuotaKind.Units);
    }

    private static DeadlockException UnitDoesNotFit(UpdatePlan plan, int unit) =>
        new(
            $"Deadlock: a {plan.Levels.NameOf(unit)} holds {plan.Levels.NodesPerGroup(unit)} nodes and never fits into a"
                + " batch of the rollout."
        );
}
