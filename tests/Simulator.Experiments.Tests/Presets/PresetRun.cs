using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Tests.Scenarios;

namespace Simulator.Experiments.Tests.Presets;

/// <summary>Runs a scenario with one step of a minute under a preset.</summary>
internal static class PresetRun
{
    /// <summary>The scenario, with the words of the preset as they would stand in a file.</summary>
    public static Scenario Scenario(string preset, int nodes, string steps = "work: { takes: 1 min }") =>
        Samples.Read(
            $$"""
            schema: 1
            name: preset
            cluster: { nodes: {{nodes}}, topology: { rack: 16 nodes, row: 4 racks } }
            update: { steps: { {{steps}} } }
            rollout: { preset: { {{preset}} } }
            """
        );

    /// <summary>A run of it.</summary>
    public static RunRecord Record(string preset, int nodes, string steps = "work: { takes: 1 min }") =>
        Rollout.Run(UpdatePlan.Compile(Scenario(preset, nodes, steps).Model), seed: 1, replication: 0);

    /// <summary>T in minutes: the waves, where no node takes longer than another.</summary>
    public static double Minutes(string preset, int nodes) => Record(preset, nodes).Makespan.Seconds / 60;

    /// <summary>Nodes that were updated by the end of the first minute: the limit.</summary>
    public static int AtOnce(string preset, int nodes)
    {
        var record = Record(preset, nodes);
        return Enumerable.Range(0, nodes).Count(node => record.EndOf(node).Seconds <= 60);
    }
}
