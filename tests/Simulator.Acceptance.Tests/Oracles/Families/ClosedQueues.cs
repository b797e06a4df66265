using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Acceptance.Tests.Oracles.Queues;
using Simulator.Analysis.Horizons;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>A fixed number of customers who go round through stations in the long run.</summary>
internal static class ClosedQueues
{
    /// <summary>Thinking, then single servers in series.</summary>
    public static Answer SingleServers(OracleRow row) =>
        row.Asks("saturation population")
            ? Answer.Of(AsymptoticBounds.SaturationPopulation(row["Z"], row.Numbers("D")))
            : Series(row, [.. row.Numbers("D").Select(mean => Servers(mean, 1))]);

    /// <summary>Thinking, then stations of several servers in series.</summary>
    public static Answer SeveralServers(OracleRow row) =>
        Series(
            row,
            [.. row.List("stations").Select(station => Servers(station[0].GetDouble(), station[1].GetInt64()))]
        );

    /// <summary>Machines that work until they need one of few repairers.</summary>
    public static Answer Repair(OracleRow row)
    {
        var think = row.Has("think_dist") ? row.Text("think_dist") : "exponential";
        return Ask(
            row,
            [new ClosedStage([Laws.WithMean(think, row["think"])]), Servers(row["service"], row.Count("c"))],
            [row.Nodes]
        );
    }

    /// <summary>Kinds of customers with their own demands at stations that serve all at once.</summary>
    public static Answer SharedStations(OracleRow row) =>
        Ask(
            row,
            [
                new ClosedStage([.. row.Numbers("Z").Select(Exponential)]),
                .. row.List("D")
                    .Select(station => new ClosedStage(
                        [.. station.EnumerateArray().Select(mean => Exponential(mean.GetDouble()))],
                        IsShared: true
                    )),
            ],
            [.. row.Numbers("N").Select(count => (int)count)]
        );

    private static Answer Series(OracleRow row, IReadOnlyList<ClosedStage> stations) =>
        Ask(row, [new ClosedStage([Exponential(row["Z"])]), .. stations], [row.Nodes]);

    private static Answer Ask(OracleRow row, IReadOnlyList<ClosedStage> stages, IReadOnlyList<int> populations) =>
        SteadyRuns.Answer(
            row,
            plan =>
            {
                var network = new ClosedNetwork(stages, populations, plan);
                network.Run();
                return new Observed(
                    network.Completed,
                    [
                        .. populations.Select(
                            (_, kind) => ($"throughput of class {kind + 1}", network.Throughput(kind))
                        ),
                        ("throughput (", network.Throughput()),
                        ("mean cycle response time", network.MeanResponse),
                        ("mean wait in repair queue", network.MeanWait),
                    ]
                );
            }
        );

    private static ClosedStage Servers(double mean, long servers) => new([Exponential(mean)], servers);

    /// <summary>Nothing at all where the mean is 0.</summary>
    private static Distribution Exponential(double mean) => mean > 0 ? new Exponential(mean) : new Constant(0);
}
