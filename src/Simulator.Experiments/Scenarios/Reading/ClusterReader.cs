using Simulator.Cluster.Topology;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes the cluster's spec.</summary>
internal static class ClusterReader
{
    /// <summary>Reads the section <c>cluster</c>; broken parts are filled with harmless values.</summary>
    public static ClusterSpec Read(Checked? cluster, IssueList issues)
    {
        var gpus = cluster?.Maybe<long>("gpus-per-node");
        return new ClusterSpec
        {
            Nodes = (int)(cluster?.Get("nodes", 1L) ?? 1),
            Topology = cluster?["topology"] is { } topology ? ReadTopology(topology, issues) : [],
            GpusPerNode = (int?)gpus,
        };
    }

    private static List<TopologyLevel> ReadTopology(Checked topology, IssueList issues)
    {
        var levels = new List<TopologyLevel>();
        var below = Levels.Node;
        foreach (var (name, size) in topology.Fields)
        {
            CheckName(name, levels, size, issues);
            var count = size.Value as Counted;
            if (count is not null && !Names.Counts(count.Unit, below))
            {
                var expected = $"each {name} holds a number of {Names.Plural(below)}";
                var cure =
                    $"Write '{count.Number} {Names.Plural(below)}'; levels are listed from the innermost to the outermost.";
                issues.Add(size.Span, size.Path, $"{size.Path} is {IssueList.Quote(size.Text)}", expected, cure);
            }

            levels.Add(new TopologyLevel(name, (int)(count?.Number ?? 1)));
            below = name;
        }

        return levels;
    }

    private static void CheckName(string name, List<TopologyLevel> levels, Checked size, IssueList issues)
    {
        string[] taken = [Levels.Node, Levels.Cluster, .. levels.Select(level => level.Name)];
        var clash = taken.FirstOrDefault(other => Names.Counts(name, other) || Names.Counts(other, name));
        if (clash is not null)
        {
            var found = $"{size.Path} cannot be told from the level '{clash}'";
            issues.AddName(size.Key, size.Path, found, "Choose another word for one of the two.");
        }
    }
}
