using System.Text.Json;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Kernel;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources.Networks;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Flows over links in any combination, with weights and caps: rates and ends by a network of the kernel.</summary>
internal static class FairShares
{
    private const double BitsPerMegabyte = 8e6;

    /// <summary>More than any flow gets through in the nanosecond that rates are read in.</summary>
    private static readonly DataSize Endless = new(1L << 50);

    /// <summary>[links, cap, weight] of each flow; all begin at once.</summary>
    public static Answer Rates(OracleRow row)
    {
        if (!row.Asks("rates in flow order"))
        {
            throw row.Unknown(row.Quantity);
        }

        var simulation = new Simulation();
        var (network, links) = Links(row, simulation);
        var flows = row.List("flows");
        var routes = Routes(network, links, [.. flows.Select(flow => (flow[0], flow[1], flow[2].GetDecimal()))]);
        foreach (var route in routes)
        {
            simulation.Spawn(Fetch(route));
        }

        simulation.Run(new SimTime(1));
        return Answer.Of([.. routes.Select(route => network.RateOf(route) / BitsPerMegabyte)]);

        async Process Fetch(int route) => await network.Transfer(route, Endless);
    }

    /// <summary>[arrival, size, links, cap, weight] of each flow, [time, link, capacity] of each change.</summary>
    public static Answer Ends(OracleRow row)
    {
        var simulation = new Simulation();
        var (network, links) = Links(row, simulation);
        var flows = row.List("flows");
        var routes = Routes(network, links, [.. flows.Select(flow => (flow[2], flow[3], flow[4].GetDecimal()))]);
        var ends = new double?[flows.Count];
        for (var flow = 0; flow < flows.Count; flow++)
        {
            simulation.Spawn(Fetch(flow));
        }

        foreach (var change in row.Has("changes") ? row.List("changes") : [])
        {
            simulation.Spawn(Change(change));
        }

        simulation.Run();
        return row.Quantity switch
        {
            "completion times in flow order" => Answer.Of([.. ends.Select(end => end!.Value)]),
            "time the last flow ends" => Answer.Of(ends.Max(end => end!.Value)),
            var other => throw row.Unknown(other),
        };

        async Process Fetch(int flow)
        {
            await simulation.Delay(SimTime.FromSeconds(flows[flow][0].GetDouble()));
            await network.Transfer(routes[flow], Models.Megabytes(flows[flow][1].GetDouble()));
            ends[flow] = simulation.Now.Seconds;
        }

        async Process Change(JsonElement change)
        {
            await simulation.Delay(SimTime.FromSeconds(change[0].GetDouble()));
            network.SetBandwidth(links[change[1].GetString()!], Rate(change[2]));
        }
    }

    private static (Network Network, Dictionary<string, int> Links) Links(OracleRow row, Simulation simulation)
    {
        var network = new Network(simulation, "fabric");
        var links = row
            .Params.GetProperty("caps")
            .EnumerateObject()
            .ToDictionary(link => link.Name, link => network.AddLink(Rate(link.Value)), StringComparer.Ordinal);
        return (network, links);
    }

    /// <summary>Only ratios of weights matter, so decimal ones are made whole.</summary>
    private static List<int> Routes(
        Network network,
        Dictionary<string, int> links,
        IReadOnlyList<(JsonElement Links, JsonElement Cap, decimal Weight)> flows
    )
    {
        var scale = 1m;
        while (flows.Any(flow => flow.Weight * scale != decimal.Truncate(flow.Weight * scale)))
        {
            scale *= 10;
        }

        return
        [
            .. flows.Select(flow =>
                network.AddRoute(
                    [.. flow.Links.EnumerateArray().Select(link => links[link.GetString()!])],
                    flow.Cap.ValueKind == JsonValueKind.Number ? Rate(flow.Cap) : null,
                    (int)(flow.Weight * scale)
                )
            ),
        ];
    }

    private static DataRate Rate(JsonElement megabytesPerSecond) =>
        new((long)Math.Round(megabytesPerSecond.GetDouble() * BitsPerMegabyte));
}
