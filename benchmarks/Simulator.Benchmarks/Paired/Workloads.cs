using Simulator.Benchmarks.Holds;
using Simulator.Benchmarks.Links;
using Simulator.Benchmarks.Queues;
using Simulator.Benchmarks.Updates;

namespace Simulator.Benchmarks.Paired;

/// <summary>The workloads that docs/performance.md tells of.</summary>
internal static class Workloads
{
    private const int HoldSteps = 4_000_000;
    private const int EventsPerCustomer = 4;

    public static IEnumerable<Workload> All()
    {
        yield return Hold("W1 hold, n = 1,000", 1_000);
        yield return Hold("W1 hold, n = 1,000,000", 1_000_000);
        yield return new Workload(
            "W2 M/M/1",
            (double)SingleServer.Customers * EventsPerCustomer,
            [Plain("bare loop", () => SingleServer.BareLoop()), Plain("processes", () => SingleServer.Processes())]
        );
        yield return Update("W3 update, N = 10,000", 10_000);
        yield return Update("W3 update, N = 100,000", 100_000);
        yield return Update("W3 update, N = 1,000,000", 1_000_000);
        yield return Transfers("link, 5,000 flows", 5_000);
        yield return Transfers("link, 100,000 flows", 100_000);
    }

    private static Workload Hold(string name, int customers) =>
        new(
            name,
            HoldSteps,
            [
                new Contender(
                    "bare loop",
                    () =>
                    {
                        var hold = new BareHold(customers);
                        hold.Run(customers);
                        return () => hold.Run(HoldSteps);
                    }
                ),
                new Contender(
                    "processes",
                    () =>
                    {
                        var hold = new ProcessHold(customers);
                        hold.Run(customers);
                        return () => hold.Run(HoldSteps);
                    }
                ),
            ]
        );

    private static Workload Update(string name, int nodes) =>
        new(
            name,
            (double)nodes * ClusterUpdate.EventsPerNode,
            [
                Plain("bare loop", () => ClusterUpdateBenchmarks.BareLoop(nodes)),
                Plain("bare loop, fastest draws", () => ClusterUpdateBenchmarks.BareLoopWithFastestDraws(nodes)),
                Plain("product", () => ClusterUpdate.Product(nodes)),
            ]
        )
        {
            Repeats = Math.Max(1, 1_000_000 / nodes),
        };

    private static Workload Transfers(string name, int flows) =>
        new(
            name,
            TransferLoad.Transfers,
            [
                Plain("one link", () => new OneLinkLoad(flows).Run()),
                Plain("5,000 racks under a core", () => new LinkTreeLoad(flows).Run()),
            ]
        );

    private static Contender Plain(string name, Action run) => new(name, () => run);
}
