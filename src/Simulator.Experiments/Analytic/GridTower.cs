using Simulator.Analysis.MeanField;
using Simulator.Cluster.Topology;

namespace Simulator.Experiments.Analytic;

/// <summary>
/// The time of one group whose members do steps of their own and steps together: sums within, maxima where they meet. The
/// same as the exact tower of T_inf, on a grid and for full groups.
/// </summary>
internal sealed class GridTower(Levels levels, double step)
{
    private readonly GridLaw?[] _spent = new GridLaw?[levels.Count];

    /// <summary>A step that each group of a level does once.</summary>
    public void Add(int level, GridLaw law)
    {
        Meet(level);
        _spent[level] = _spent[level]?.Plus(law) ?? law;
    }

    /// <summary>The law of one whole group of a level.</summary>
    public GridLaw Of(int level)
    {
        Meet(level);
        return _spent[level] ?? GridLaw.Zero(step);
    }

    private void Meet(int level)
    {
        for (var below = 0; below < level; below++)
        {
            if (_spent[below] is { } spent)
            {
                var together = spent.MaximumOf(levels.Inside(below, below + 1, 0));
                _spent[below + 1] = _spent[below + 1]?.Plus(together) ?? together;
                _spent[below] = null;
            }
        }
    }
}
