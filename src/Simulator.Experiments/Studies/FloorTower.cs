using Simulator.Analysis.OrderStatistics;
using Simulator.Cluster.Topology;

namespace Simulator.Experiments.Studies;

/// <summary>
/// For every level the time that its groups have spent since the last time they met at a higher one: independent between
/// groups. A step of a level first brings its members together: maximum over them, level by level.
/// </summary>
internal sealed class FloorTower
{
    private readonly Levels _levels;
    private readonly List<Law>[] _full;
    private readonly List<Law>[] _last;

    public FloorTower(Levels levels)
    {
        _levels = levels;
        _full = NewLists();
        _last = Enumerable.Range(0, levels.Count - 1).All(IsEven) ? _full : NewLists();
    }

    /// <summary>A step of a level that takes a time of this law in every group.</summary>
    public void Add(int level, Law law)
    {
        Meet(level);
        _full[level].Add(law);
        if (!ReferenceEquals(_full, _last))
        {
            _last[level].Add(law);
        }
    }

    /// <summary>The law of the end of the last node.</summary>
    public Law Makespan()
    {
        Meet(_levels.Count - 1);
        return Sum(_last[^1]) ?? Law.Constant(0);
    }

    private static Law? Sum(List<Law> laws) => laws.Count == 0 ? null : Law.Sum(laws);

    private List<Law>[] NewLists() => [.. Enumerable.Range(0, _levels.Count).Select(_ => new List<Law>())];

    /// <summary>Brings everything below a level together in it. The last group of a level may have fewer members.</summary>
    private void Meet(int level)
    {
        for (var below = 0; below < level; below++)
        {
            if (Sum(_full[below]) is not { } full)
            {
                continue;
            }

            if (!ReferenceEquals(_full, _last))
            {
                var last = Sum(_last[below]) ?? full;
                var members = MembersOfLast(below);
                _last[below + 1].Add(members == 1 ? last : Law.MaximumOf([(full, members - 1), (last, 1)]));
                _last[below].Clear();
            }

            _full[below + 1].Add(full.MaximumOf(Members(below)));
            _full[below].Clear();
        }
    }

    private bool IsEven(int below) => Members(below) == MembersOfLast(below);

    /// <summary>Members in a full group of the level above.</summary>
    private long Members(int below) => _levels.Inside(below, below + 1, 0);

    /// <summary>Members in the last group of the level above.</summary>
    private long MembersOfLast(int below) => _levels.Inside(below, below + 1, _levels.GroupsOf(below + 1) - 1);
}
