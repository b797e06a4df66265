using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources.Networks;

namespace Simulator.Kernel.Tests.Resources.Networks;

/// <summary>Racks under a core.</summary>
public sealed class LinkTreeTests
{
    private const int Branches = 4;

    private static readonly Gen<long> Capacity = Gen.Long[1_000_000, 1_000_000_000];

    private static readonly Gen<long?> Cap = Capacity.Select(cap => cap % 3 == 0 ? null : (long?)cap);

    private static readonly Gen<(long At, long Bits, int Branch)> AnyFlow = Gen.Select(
        Gen.Long[0, 12],
        Gen.Long[0, 2_000_000_000],
        Gen.Int[0, Branches - 1],
        (at, bits, branch) => (at * 77_777_777, bits, branch)
    );

    private static readonly Gen<(long At, int Link, long Capacity)> AnyChange = Gen.Select(
        Gen.Long[0, 20],
        Gen.Int[0, Branches],
        Gen.OneOf(Capacity, Gen.Const(0L)),
        (at, link, capacity) => ((at * 77_777_777) + 5, link, capacity)
    );

    [Test]
    public void A_narrow_branch_leaves_the_rest_of_the_trunk_to_the_others()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var tree = new LinkTree(simulation, "core", new DataRate(40));
        var (narrow, wide) = (tree.AddBranch(new DataRate(12)), tree.AddBranch(new DataRate(100)));

        for (var customer = 0; customer < 4; customer++)
        {
            tree.Transfer((ulong)customer, customer, 0, customer < 3 ? narrow : wide, new DataSize(112));
        }

        simulation.Run(SimTime.FromSeconds(1));

        Assert.That((tree.RateOf(narrow), tree.RateOf(wide)), Is.EqualTo((4.0, 28.0)).Within(1e-9));

        simulation.Run();

        // the wide one is done after 4 s; the narrow branch stays at 12 for three: 28 s
        Assert.That(visitors.Log, Is.EqualTo(["4 s: 3 woken", "28 s: 0 woken", "28 s: 1 woken", "28 s: 2 woken"]));
        Assert.That(tree.CarriedBits, Is.EqualTo(448).Within(1e-6));
    }

    [Test]
    public void An_outage_of_the_trunk_holds_everybody_up()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var tree = new LinkTree(simulation, "core", new DataRate(10));
        var branch = tree.AddBranch(new DataRate(5));

        tree.Transfer(1, 1, 0, branch, new DataSize(50));
        visitors.At(4, 2, () => tree.SetTrunk(default));
        visitors.At(6, 3, () => tree.SetTrunk(new DataRate(3)));
        simulation.Run();

        // 20 bits by 4 s, 30 bits at 3 from 6 s on
        Assert.That(visitors.Log, Is.EqualTo(["16 s: 1 woken"]));
    }

    [Test]
    public void A_process_that_is_interrupted_leaves_its_share()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var tree = new LinkTree(simulation, "core", new DataRate(10));
        var branch = tree.AddBranch();
        var ends = new List<double>();

        async Process Fetch()
        {
            try
            {
                await tree.Transfer(branch, new DataSize(100));
            }
            catch (InterruptedException)
            {
                // it only leaves
            }

            ends.Add(simulation.Now.Seconds);
        }

        var first = simulation.Spawn(Fetch());
        simulation.Spawn(Fetch());
        visitors.At(10, 1, () => first.Interrupt());
        simulation.Run();

        Assert.That(ends, Is.EqualTo([10.0, 15]));
        Assert.That(tree.Held, Is.Zero);
    }

    [Test]
    public void A_branch_that_is_not_there_is_named()
    {
        var tree = new LinkTree(new Simulation(), "core", new DataRate(10));

        Assert.That(
            () => tree.Transfer(0, 0, 0, 3, new DataSize(1)),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("'core' has 0 branches")
        );
        Assert.That(() => tree.AddBranch(new DataRate(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_tree_that_is_busy_for_decades_does_not_overflow()
    {
        const long Rate = 1_000_000_000_000_000;
        const int Rounds = 20_000;
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var tree = new LinkTree(simulation, "core", new DataRate(2 * Rate));
        int[] branches = [tree.AddBranch(new DataRate(Rate)), tree.AddBranch()];
        var ended = 0;

        void Begin(int customer)
        {
            if (ended++ < Rounds)
            {
                tree.Transfer((ulong)customer, customer, 0, branches[customer & 1], new DataSize(Rate * 3_600));
                visitors.At(simulation.Now + SimTime.FromSeconds(5_400), customer, () => Begin(customer));
            }
        }

        // two an hour and a half on each branch: never idle; each ends an hour later, 7,200 s at most
        Begin(0);
        Begin(1);
        simulation.Run();

        Assert.That(tree.Held, Is.Zero);
        Assert.That(tree.CarriedBits, Is.EqualTo((double)Rounds * Rate * 3_600).Within(1e-9).Percent);
    }

    [Test] // property: against progressive filling in exact fractions; link 0 of the reference is the trunk
    public void Ends_agree_with_exact_max_min_sharing_to_a_nanosecond() =>
        Gen.Select(Capacity, Cap, Capacity.Array[Branches], AnyFlow.Array[1, 25], AnyChange.Array[0, 6])
            .Sample(
                (trunk, cap, capacities, flows, changes) =>
                {
                    long[] links = [trunk, .. capacities];
                    var all = changes
                        .Concat(links.Select((capacity, link) => (2_000_000_000L, link, capacity)))
                        .DistinctBy(change => (change.Item1, change.Item2))
                        .ToArray();
                    var simulation = new Simulation();
                    var visitors = new Visitors(simulation);
                    var tree = new LinkTree(
                        simulation,
                        "core",
                        new DataRate(trunk),
                        cap is { } limit ? new DataRate(limit) : null
                    );
                    foreach (var capacity in capacities)
                    {
                        tree.AddBranch(new DataRate(capacity));
                    }

                    for (var flow = 0; flow < flows.Length; flow++)
                    {
                        var (who, at, bits, branch) = (flow, flows[flow].At, flows[flow].Bits, flows[flow].Branch);
                        visitors.At(
                            new SimTime(at),
                            who,
                            () => tree.Transfer((ulong)who, who, 0, branch, new DataSize(bits))
                        );
                    }

                    foreach (var (at, link, capacity) in all)
                    {
                        visitors.At(new SimTime(at), 100 + link, () => Set(tree, link, new DataRate(capacity)));
                    }

                    simulation.Run();

                    var exact = ExactNetwork.Ends(
                        links,
                        [.. flows.Select(flow => new ExactFlow(flow.At, flow.Bits, [0, 1 + flow.Branch], cap, 1))],
                        all
                    );
                    return tree.Held == 0
                        && exact.Index().All(end => Math.Abs(visitors.LastAt[end.Index].Nanoseconds - end.Item) <= 1)
                        && Math.Abs(tree.CarriedBits - flows.Sum(flow => (double)flow.Bits)) <= flows.Length + 1;
                },
                iter: 1_000
            );

    private static void Set(LinkTree tree, int link, DataRate capacity)
    {
        if (link == 0)
        {
            tree.SetTrunk(capacity);
        }
        else
        {
            tree.SetBranch(link - 1, capacity);
        }
    }
}
