using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Rate limits at which requests wait in line.</summary>
internal static class Buckets
{
    public static Answer OneCall(OracleRow row) =>
        Completions.Answer(
            row,
            Models.Run(Models.Of(row.Nodes, [Call("api")], [Models.Bucket("api", row["r"], row.Count("b"))]))
        );

    public static Answer TwoInSeries(OracleRow row)
    {
        var (first, second) = (row.List("b1"), row.List("b2"));
        return Completions.Answer(
            row,
            Models.Run(
                Models.Of(
                    row.Nodes,
                    [Call("first"), Call("second")],
                    [
                        Models.Bucket("first", first[0].GetDouble(), first[1].GetInt64()),
                        Models.Bucket("second", second[0].GetDouble(), second[1].GetInt64()),
                    ]
                )
            )
        );
    }

    /// <summary>A step makes the same calls on all nodes, so requests of different cost are processes.</summary>
    public static Answer Costs(OracleRow row)
    {
        var simulation = new Simulation();
        var rate = Models.PerSecond(row["r"]);
        var bucket = new TokenBucket(simulation, "api", rate, row.Count("b"), WhenEmpty.Wait);
        var grants = new List<double>();
        foreach (var cost in row.Numbers("costs"))
        {
            simulation.Spawn(Request((long)cost));
        }

        simulation.Run();
        return row.Quantity switch
        {
            "sum of grant times" => Answer.Of(grants.Sum()),
            "time of the last grant" or "makespan" => Answer.Of(grants.Max()),
            var other => throw row.Unknown(other),
        };

        async Process Request(long cost)
        {
            await bucket.Take(cost);
            grants.Add(simulation.Now.Seconds);
        }
    }

    private static StepSpec Call(string service) =>
        new() { Name = $"call-{service}", Calls = [new CallSpec(service, 1)] };
}
