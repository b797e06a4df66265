using System.Text;
using Simulator.Cluster;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Random;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Tests.Tables;

/// <summary>What happened to every node.</summary>
public sealed class NodeTableTests
{
    [Test]
    public void Nodes_show_their_own_steps_and_those_of_their_rack()
    {
        // rack 0: stage 0-10 and 10-20, switches 20-40.5; then rack 1: 40.5-50.5, 50.5-60.5, switches 60.5-81
        string[] wanted =
        [
            "node,outcome,attempts,end_s,admit.wait.rollout.limit_s,stage.start_s,stage.end_s,stage.wait.server_s,switches.start_s,switches.end_s",
            "0,verified,1,40.5,0,0,10,0,20,40.5",
            "1,verified,1,40.5,0,10,20,10,20,40.5",
            "2,verified,1,81,40.5,40.5,50.5,0,60.5,81",
            "3,verified,1,81,40.5,50.5,60.5,10,60.5,81",
        ];

        Assert.That(Text(NodeTable.Of(Runs.TwoRacks())), Is.EqualTo(string.Join('\n', wanted) + "\n"));
    }

    [Test]
    public void Attempts_are_counted_from_one()
    {
        var step = new StepSpec
        {
            Name = "flash",
            Takes = new DurationSpec.Drawn(new Constant(5)),
            Fails = new FailureSpec(0) { Listed = [0, 2, 9] },
            Retry = new RetrySpec(2),
        };
        var model = new Model
        {
            Cluster = new ClusterSpec { Nodes = 3 },
            Services = [],
            Update = new UpdateSpec { Steps = [step] },
            Rollout = RolloutSpec.AllAtOnce,
        };

        var rows = Text(NodeTable.Of(Rollout.Run(UpdatePlan.Compile(model), 1, 0))).Split('\n');

        Assert.That(
            rows[1..4].Select(row => string.Join(',', row.Split(',')[..4])),
            Is.EqualTo(["0,verified,1,5", "1,verified,3,15", "2,failed,3,15"])
        );
    }

    [Test]
    public void A_hundred_thousand_nodes_are_written_without_holding_them()
    {
        var table = NodeTable.Of(Runs.Run(100_000));
        using var counting = new MemoryStream(8_000_000);

        CsvTables.Write(table, counting);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CsvTables.Write(table, Stream.Null);

        // the writer's buffer and the one array, whatever the number of nodes
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
        Assert.That(counting.ToArray().AsSpan().Count((byte)'\n'), Is.EqualTo(100_001));
    }

    private static string Text(Table table)
    {
        using var stream = new MemoryStream();
        CsvTables.Write(table, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
