using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;

namespace Simulator.Cluster.Bounds;

/// <summary>How many places there are at once, and whether they can hold a whole group.</summary>
internal sealed class PlaceRule
{
    private readonly RolloutSpec _rollout;
    private readonly Levels _levels;
    private readonly int _unit;
    private readonly Quota _quota;
    private readonly long _limit;

    /// <summary>Looks at a rollout that limits places.</summary>
    public PlaceRule(RolloutSpec rollout, Levels levels)
    {
        (_rollout, _levels, _unit) = (rollout, levels, levels.IndexOf(rollout.Unit));
        _quota =
            rollout.Waves.Count > 0 ? rollout.Waves[0]
            : rollout.WavesBy is { } level ? Quota.OfNodes(levels.NodesPerGroup(levels.IndexOf(level)))
            : rollout.Limit?.MaxUnavailable ?? Quota.OfShare(1);
        _limit =
            !rollout.HasWaves && rollout.Limit is { } limit
                ? limit.At(levels.Nodes)
                : Math.Clamp(_quota.At(levels.Nodes, Rounding.Down), 1, levels.Nodes);
        Ends =
            rollout.HasBatches ? Batches.Ends(rollout, levels)
            : Holds(_unit) ? [levels.GroupsOf(_unit)]
            : null;
    }

    /// <summary>Where batches end, in units; one for a window; null where a unit never fits.</summary>
    public IReadOnlyList<int>? Ends { get; }

    private bool CountsUnits => _quota.Kind == QuotaKind.Units;

    /// <summary>Whether all members of a group hold places at once, sooner or later, for every group of a level.</summary>
    public bool Holds(int level)
    {
        if (!_rollout.HasBatches)
        {
            return SizeOf(level) <= _limit;
        }

        if (_rollout is { HasWaves: true, Limit: { } inside } && SizeOf(level) > inside.At(_levels.Nodes))
        {
            return false;
        }

        var isCutInOrder = _rollout.Order is UnitOrder.Ready or UnitOrder.Ordinal;
        return !_rollout.HasBarrier || Ends!.Count == 1 || (isCutInOrder && HasWholeGroups(level));
    }

    private bool HasWholeGroups(int level)
    {
        return Ends!.SkipLast(1).All(end => IsBoundary(level, _levels.FirstNode(_unit, end)));
    }

    /// <summary>The deadlock at a level, with the limit that cures it.</summary>
    public DeadlockByDesign Finding(string? step, int level)
    {
        var size = SizeOf(level);
        var needed = !_rollout.HasBatches
            ? size
            : Math.Min((_limit + size - 1) / size * size, SizeOf(_levels.Count - 1));
        return new DeadlockByDesign(step, _levels.NameOf(level), needed, _limit, CountsUnits);
    }

    private long SizeOf(int level) =>
        CountsUnits ? _levels.Inside(_unit, level, 0) : _levels.EndNode(level, 0) - _levels.FirstNode(level, 0);

    private bool IsBoundary(int level, int node) => _levels.FirstNode(level, _levels.GroupOf(level, node)) == node;
}
