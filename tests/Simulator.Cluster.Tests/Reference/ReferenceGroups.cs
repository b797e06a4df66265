namespace Simulator.Cluster.Tests.Reference;

/// <summary>Which nodes lie in which group: level 0 is the node, the last level the cluster.</summary>
internal sealed class ReferenceGroups
{
    private readonly List<string> _names = ["node"];
    private readonly List<int> _sizes = [1];

    public ReferenceGroups(Model model)
    {
        Nodes = model.Cluster.Nodes;
        foreach (var level in model.Cluster.Topology)
        {
            _names.Add(level.Name);
            _sizes.Add(_sizes[^1] * level.Size);
        }

        _names.Add("cluster");
        _sizes.Add(Nodes);
    }

    public int Nodes { get; }

    public int Count => _names.Count;

    public int LevelOf(string name) => _names.IndexOf(name);

    public int GroupsAt(int level) => GroupOf(level, Nodes - 1) + 1;

    public int GroupOf(int level, int node) => level == Count - 1 ? 0 : node / _sizes[level];

    public int FirstNodeOf(string level, int group) => NodesIn(LevelOf(level), group).First();

    public IEnumerable<int> NodesIn(int level, int group) =>
        Enumerable.Range(0, Nodes).Where(node => GroupOf(level, node) == group);
}
