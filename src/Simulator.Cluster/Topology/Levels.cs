namespace Simulator.Cluster.Topology;

/// <summary>
/// The levels of a cluster as index arithmetic: level 0 holds the nodes, the last level the cluster as one group.
/// </summary>
/// <remarks>Group g of level l holds the nodes [g · s_l, (g + 1) · s_l) ∩ [0, N), s_l the product of the sizes up to l.</remarks>
public sealed class Levels
{
    /// <summary>The name of level 0.</summary>
    public const string Node = "node";

    /// <summary>The name of the last level.</summary>
    public const string Cluster = "cluster";

    private readonly string[] _names;
    private readonly int[] _nodesPerGroup;
    private readonly int[] _groups;

    /// <summary>Lays out the levels of a cluster.</summary>
    /// <param name="cluster">Nodes and nesting.</param>
    public Levels(ClusterSpec cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var depth = cluster.Topology.Count + 2;
        _names = new string[depth];
        _nodesPerGroup = new int[depth];
        _groups = new int[depth];
        (_names[0], _nodesPerGroup[0], _groups[0]) = (Node, 1, cluster.Nodes);
        for (var level = 1; level <= cluster.Topology.Count; level++)
        {
            var size = (long)_nodesPerGroup[level - 1] * cluster.Topology[level - 1].Size;
            _names[level] = cluster.Topology[level - 1].Name;
            _nodesPerGroup[level] = (int)Math.Min(size, int.MaxValue / 2);
            _groups[level] = ((cluster.Nodes - 1) / _nodesPerGroup[level]) + 1;
        }

        (_names[depth - 1], _nodesPerGroup[depth - 1], _groups[depth - 1]) = (Cluster, cluster.Nodes, 1);
        Nodes = cluster.Nodes;
    }

    /// <summary>N.</summary>
    public int Nodes { get; }

    /// <summary>The number of levels, nodes and cluster included.</summary>
    public int Count => _names.Length;

    /// <summary>The word for one group of a level.</summary>
    public string NameOf(int level) => _names[level];

    /// <summary>Groups of a level.</summary>
    public int GroupsOf(int level) => _groups[level];

    /// <summary>Nodes in a full group of a level.</summary>
    public int NodesPerGroup(int level) => _nodesPerGroup[level];

    /// <summary>The level of a name, or -1.</summary>
    public int IndexOf(string name) => Array.IndexOf(_names, name);

    /// <summary>The group of a level that a node lies in.</summary>
    public int GroupOf(int level, int node) => level == 0 ? node : node / _nodesPerGroup[level];

    /// <summary>The first node of a group.</summary>
    public int FirstNode(int level, int group) => group * _nodesPerGroup[level];

    /// <summary>One past the last node of a group.</summary>
    public int EndNode(int level, int group) => (int)Math.Min((long)(group + 1) * _nodesPerGroup[level], Nodes);

    /// <summary>How many groups of a lower level lie in a group of a higher one.</summary>
    public int Inside(int lower, int level, int group) =>
        GroupOf(lower, EndNode(level, group) - 1) - GroupOf(lower, FirstNode(level, group)) + 1;
}
