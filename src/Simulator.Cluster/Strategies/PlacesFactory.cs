using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Strategies;

/// <summary>Makes the places that a rollout spec asks for.</summary>
internal static class PlacesFactory
{
    /// <summary>The places of a plan that limits them.</summary>
    /// <exception cref="DeadlockException">A unit that never fits into a batch.</exception>
    public static Places Make(Simulation simulation, UpdatePlan plan, StreamKey stream)
    {
        var (rollout, levels, unit) = (plan.Model.Rollout, plan.Levels, plan.Admit!.Level);
        var isStaged = rollout.HasBatches && plan.Options is { HasBarrier: true, HasLimit: true };
        var (limit, countsUnits) = isStaged ? InsideBatches(plan) : WindowOf(plan);
        int NodesOf(int group) => levels.EndNode(unit, group) - levels.FirstNode(unit, group);
        Func<int, int> sizeOf = countsUnits || unit == 0 ? _ => 1 : NodesOf;
        if (!isStaged && !rollout.HasRules)
        {
            return new WindowPlaces(simulation, limit, sizeOf);
        }

        var domain = plan.Options.HasLimit ? rollout.Limit?.Domain : null;
        var level = domain is null ? 0 : levels.IndexOf(domain.Level);
        var rules = new PlaceRules
        {
            Rollout = rollout,
            Stream = stream,
            Limit = limit,
            SizeOf = sizeOf,
            NodesOf = NodesOf,
            Ends = isStaged
                ? Batches.Ends(rollout, levels) ?? throw UnitDoesNotFit(plan, unit)
                : [levels.GroupsOf(unit)],
            DomainOf = domain is null ? null : group => levels.GroupOf(level, levels.FirstNode(unit, group)),
            DomainLimit = domain?.Most ?? 0,
            MostPerPass = plan.Options.HasLimit ? rollout.Tick?.Most : null,
            CountsUnits = countsUnits,
            CanHalt = plan.CanHalt,
        };
        return rollout.Admission == Admission.Lock
            ? new LockPlaces(simulation, rules)
            : new StagedPlaces(simulation, rules);
    }

    /// <summary>How many of a batch go at a time: all, or the limit beside a list of waves.</summary>
    private static (long Limit, bool CountsUnits) InsideBatches(UpdatePlan plan) =>
        plan.Model.Rollout is { Admission: not Admission.Batch, Limit: not null }
            ? WindowOf(plan)
            : (long.MaxValue, false);

    private static (long Limit, bool CountsUnits) WindowOf(UpdatePlan plan)
    {
        var rollout = plan.Model.Rollout;
        if (!plan.Options.HasLimit || (rollout.Limit is null && !rollout.HasWaves))
        {
            return (long.MaxValue, false);
        }

        if (rollout.Limit is { } limit)
        {
            return (limit.At(plan.Levels.Nodes), limit.MaxUnavailable.Kind == QuotaKind.Units);
        }

        if (rollout.WavesBy is { } level)
        {
            return (plan.Levels.NodesPerGroup(plan.Levels.IndexOf(level)), false);
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
