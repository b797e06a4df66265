using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Strategies;

/// <summary>The rules of a rollout worked out for one cluster and one replication.</summary>
internal sealed record PlaceRules
{
    /// <summary>The strategy as it was declared.</summary>
    public required RolloutSpec Rollout { get; init; }

    /// <summary>The random numbers of the replication.</summary>
    public required StreamKey Stream { get; init; }

    /// <summary>What the places add up to.</summary>
    public required long Limit { get; init; }

    /// <summary>What a unit takes of it.</summary>
    public required Func<int, int> SizeOf { get; init; }

    /// <summary>Nodes of a unit.</summary>
    public required Func<int, int> NodesOf { get; init; }

    /// <summary>Batch b holds the places [ends[b - 1], ends[b]) of the order.</summary>
    public required IReadOnlyList<int> Ends { get; init; }

    /// <summary>The group of a unit in which places are limited too; null where they are not.</summary>
    public Func<int, int>? DomainOf { get; init; }

    /// <summary>Units of one group that may hold places at once.</summary>
    public int DomainLimit { get; init; }

    /// <summary>Units that one pass of a controller admits at most; null for no such limit, and for a node alone.</summary>
    public int? MostPerPass { get; init; }

    /// <summary>Whether places count units instead of nodes.</summary>
    public bool CountsUnits { get; init; }

    /// <summary>Whether failures, probes and deadlines are in force.</summary>
    public bool CanHalt { get; init; }

    /// <summary>The number of units.</summary>
    public int Units => Ends[^1];

    /// <summary>Draws of the strategy itself: keyed by unit or batch, with the step <c>rollout</c>.</summary>
    public double Uniform(int unit, int attempt, int draw) =>
        Stream.Uniform((uint)unit, Step, (uint)attempt, (uint)draw);

    /// <summary>The place of each unit in the order of admission, or null where that is their number.</summary>
    public int[]? Positions()
    {
        var units = Enumerable.Range(0, Units);
        var order = Rollout.Order switch
        {
            UnitOrder.Reverse => units.Reverse().ToArray(),
            UnitOrder.Random => [.. units.OrderBy(unit => Uniform(unit, 1, 1)).ThenBy(unit => unit)],
            _ => null,
        };
        if (order is null)
        {
            return null;
        }

        var positions = new int[order.Length];
        foreach (var (place, unit) in order.Index())
        {
            positions[unit] = place;
        }

        return positions;
    }

    /// <summary>When a unit of a lock, or the controller, looks first.</summary>
    public SimTime FirstTick(int unit) => Rollout.Tick!.First(Uniform(unit, 1, 0));

    private static readonly uint Step = Fnv1a.Hash32("rollout");
}
