using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Which step waits for which, by place in the file; unknown names are left out.</summary>
internal sealed class StepGraph
{
    private readonly int[][] _before;
    private readonly bool[]?[] _ancestors;
    private readonly Dictionary<string, int> _index;

    /// <summary>Follows the rule that a step without <c>after</c> waits for the one declared before it.</summary>
    public StepGraph(IReadOnlyList<StepSpec> steps)
    {
        var index = steps.Index().ToDictionary(step => step.Item.Name, step => step.Index, StringComparer.Ordinal);
        _index = index;
        _ancestors = new bool[]?[steps.Count];
        _before = new int[steps.Count][];
        for (var step = 0; step < steps.Count; step++)
        {
            _before[step] =
                steps[step].After is { } after ? [.. after.Where(index.ContainsKey).Select(name => index[name])]
                : step == 0 ? []
                : [step - 1];
        }
    }

    /// <summary>A cycle as the steps on it, each after the next; empty where there is none.</summary>
    public IReadOnlyList<int> Cycle()
    {
        var (state, cursor) = (new byte[_before.Length], new int[_before.Length]);
        for (var root = 0; root < _before.Length; root++)
        {
            var path = new List<int> { root };
            while (path.Count > 0 && state[root] < 2)
            {
                var step = path[^1];
                state[step] = 1;
                if (cursor[step] == _before[step].Length)
                {
                    state[step] = 2;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                var next = _before[step][cursor[step]++];
                if (state[next] == 1)
                {
                    return path[path.IndexOf(next)..];
                }

                if (state[next] == 0)
                {
                    path.Add(next);
                }
            }
        }

        return [];
    }

    /// <summary>The place of a step in the file; -1 for an unknown or missing name.</summary>
    public int IndexOf(string? name) => name is not null && _index.TryGetValue(name, out var index) ? index : -1;

    /// <summary>All steps that have to be done before a step; the graph must have no cycle.</summary>
    public bool[] Ancestors(int step) => _ancestors[step] ??= FindAncestors(step);

    private bool[] FindAncestors(int step)
    {
        var found = new bool[_before.Length];
        var open = new Stack<int>([step]);
        while (open.TryPop(out var next))
        {
            foreach (var before in _before[next].Where(before => !found[before]))
            {
                found[before] = true;
                open.Push(before);
            }
        }

        return found;
    }
}
