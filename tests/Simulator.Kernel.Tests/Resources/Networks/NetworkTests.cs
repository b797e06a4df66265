using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources.Networks;

namespace Simulator.Kernel.Tests.Resources.Networks;

/// <summary>Flows that cross several links.</summary>
public sealed class NetworkTests
{
    private const int Links = 4;

    private static readonly Gen<long> Capacity = Gen.Long[1_000_000, 1_000_000_000];

    private static readonly Gen<long?> Cap = Capacity.Select(cap => cap % 3 == 0 ? null : (long?)cap);

    private static readonly Gen<ExactFlow> AnyFlow = Gen.Select(
        Gen.Long[0, 12],
        Gen.Long[0, 2_000_000_000],
        Gen.Int[0, Links - 1].Array[1, Links],
        Cap,
        Gen.Int[1, 4],
        (at, bits, links, cap, weight) => new ExactFlow(at * 77_777_777, bits, [.. links.Distinct()], cap, weight)
    );

    private static readonly Gen<(long At, int Link, long Capacity)> AnyChange = Gen.Select(
        Gen.Long[0, 20],
        Gen.Int[0, Links - 1],
        Gen.OneOf(Capacity, Gen.Const(0L)),
        (at, link, capacity) => ((at * 77_777_777) + 5, link, capacity)
    );

    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;
    private readonly Network _network;

    public NetworkTests()
    {
        _visitors = new Visitors(_simulation);
        _network = new Network(_simulation, "fabric");
    }

    [Test]
    public void Who_is_held_up_elsewhere_leaves_its_share_to_the_others()
    {
        var (a, b) = (_network.AddLink(new DataRate(10)), _network.AddLink(new DataRate(6)));
        int[] routes =
        [
            _network.AddRoute([a]),
            _network.AddRoute([a, b]),
            _network.AddRoute([b]),
            _network.AddRoute([b]),
        ];

        foreach (var route in routes)
        {
            _network.Transfer((ulong)route, route, 0, route, new DataSize(1_000));
        }

        _simulation.Run(SimTime.FromSeconds(1));

        // b is full at 2 each; a has 8 left for its own flow
        Assert.That(routes.Select(_network.RateOf), Is.EqualTo([8.0, 2, 2, 2]).Within(1e-9));
    }

    [Test]
    public void Shares_are_in_the_ratio_of_the_weights_up_to_the_caps()
    {
        var link = _network.AddLink(new DataRate(120));
        int[] routes =
        [
            _network.AddRoute([link]),
            _network.AddRoute([link], weight: 2),
            _network.AddRoute([link], new DataRate(15), weight: 4),
        ];

        foreach (var route in routes)
        {
            _network.Transfer((ulong)route, route, 0, route, new DataSize(10_000));
        }

        _simulation.Run(SimTime.FromSeconds(1));

        Assert.That(routes.Select(_network.RateOf), Is.EqualTo([35.0, 70, 15]).Within(1e-9));
    }

    [Test]
    public void An_outage_holds_transfers_up_and_loses_nothing()
    {
        var link = _network.AddLink(new DataRate(100));
        var route = _network.AddRoute([link]);

        _visitors.At(0, 1, () => _network.Transfer(1, 1, 0, route, new DataSize(1_000)));
        _visitors.At(4, 2, () => _network.SetBandwidth(link, default));
        _visitors.At(5, 3, () => _network.Transfer(3, 3, 0, route, new DataSize(0)));
        _visitors.At(9, 2, () => _network.SetBandwidth(link, new DataRate(200)));
        _simulation.Run();

        // 400 bits by 4 s, nothing until 9 s, 600 bits in 3 s; nothing at all needs no link
        Assert.That(_visitors.Log, Is.EqualTo(["5 s: 3 woken", "12 s: 1 woken"]));
        Assert.That(_network.CarriedBits(link), Is.EqualTo(1_000).Within(1e-6));
    }

    [Test]
    public void A_transfer_without_end_is_left_over()
    {
        var route = _network.AddRoute([_network.AddLink(default)]);

        _network.Transfer(1, 1, 0, route, new DataSize(1));
        _simulation.Run();

        Assert.That((_network.Held, _visitors.Log.Count), Is.EqualTo((1L, 0)));
    }

    [Test]
    public void Ends_of_one_instant_come_by_key_whatever_the_route()
    {
        var route = _network.AddRoute([], new DataRate(10));
        var other = _network.AddRoute([], new DataRate(20));

        _network.Transfer(2, 2, 0, route, new DataSize(10));
        _network.Transfer(1, 1, 0, other, new DataSize(20));
        _simulation.Schedule(SimTime.FromSeconds(1), 0, 0, 0);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["1 s: 0 woken", "1 s: 1 woken", "1 s: 2 woken"]));
    }

    [Test]
    public void An_interrupted_transfer_leaves_its_share_to_the_others()
    {
        var route = _network.AddRoute([_network.AddLink(new DataRate(100))]);
        var ends = new List<double>();

        async Process Fetch()
        {
            try
            {
                await _network.Transfer(route, new DataSize(1_000));
                ends.Add(_simulation.Now.Seconds);
            }
            catch (InterruptedException)
            {
                ends.Add(-_simulation.Now.Seconds);
            }
        }

        var first = _simulation.Spawn(Fetch());
        _simulation.Spawn(Fetch());
        _visitors.At(10, 1, () => first.Interrupt());
        _simulation.Run();

        Assert.That(ends, Is.EqualTo([-10.0, 15]));
        Assert.That(_network.Held, Is.Zero);
    }

    [Test]
    public void What_cannot_be_a_route_is_refused()
    {
        var link = _network.AddLink(new DataRate(1));

        Assert.That(() => _network.AddRoute([]), Throws.ArgumentException.With.Message.Contains("'fabric'"));
        Assert.That(() => _network.AddRoute([link, link]), Throws.ArgumentException);
        Assert.That(() => _network.AddRoute([1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => _network.AddRoute([link], weight: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => _network.Transfer(0, 0, 0, 7, new DataSize(1)),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("'fabric' has 0 routes")
        );
    }

    [Test] // property: against progressive filling in exact fractions
    public void Rates_are_max_min_fair() =>
        Gen.Select(Capacity.Array[Links], AnyFlow.Array[1, 8])
            .Sample(
                (capacities, flows) =>
                {
                    var simulation = new Simulation();
                    _ = new Visitors(simulation);
                    var network = new Network(simulation, "fabric");
                    var routes = Build(network, capacities, flows);
                    for (var flow = 0; flow < flows.Length; flow++)
                    {
                        network.Transfer((ulong)flow, flow, 0, routes[flow], new DataSize(1L << 40));
                    }

                    simulation.Run(new SimTime(1));

                    var exact = ExactNetwork.Rates(capacities, flows);
                    return exact.Index().All(one => IsClose(network.RateOf(routes[one.Index]), one.Item));
                },
                iter: 2_000
            );

    [Test] // property: against the same reference, event by event, with capacities that change and fail
    public void Ends_agree_with_exact_max_min_sharing_to_a_nanosecond() =>
        Gen.Select(Capacity.Array[Links], AnyFlow.Array[1, 12], AnyChange.Array[0, 6])
            .Sample(
                (capacities, flows, changes) =>
                {
                    // every link is there again in the end, so that everything ends
                    var all = changes
                        .Concat(capacities.Select((capacity, link) => (2_000_000_000L, link, capacity)))
                        .DistinctBy(change => (change.Item1, change.Item2))
                        .ToArray();
                    var simulation = new Simulation();
                    var visitors = new Visitors(simulation);
                    var network = new Network(simulation, "fabric");
                    var routes = Build(network, capacities, flows);
                    for (var flow = 0; flow < flows.Length; flow++)
                    {
                        var (who, bits) = (flow, new DataSize(flows[flow].Bits));
                        visitors.At(
                            new SimTime(flows[who].At),
                            who,
                            () => network.Transfer((ulong)who, who, 0, routes[who], bits)
                        );
                    }

                    foreach (var (at, link, capacity) in all)
                    {
                        visitors.At(
                            new SimTime(at),
                            100 + link,
                            () => network.SetBandwidth(link, new DataRate(capacity))
                        );
                    }

                    simulation.Run();

                    var exact = ExactNetwork.Ends(capacities, flows, all);
                    return network.Held == 0
                        && exact.Index().All(end => Math.Abs(visitors.LastAt[end.Index].Nanoseconds - end.Item) <= 1)
                        && IsConserved(network, flows);
                },
                iter: 1_000
            );

    private static int[] Build(Network network, long[] capacities, ExactFlow[] flows)
    {
        foreach (var capacity in capacities)
        {
            network.AddLink(new DataRate(capacity));
        }

        return
        [
            .. flows.Select(flow =>
                network.AddRoute(flow.Links, flow.Cap is { } cap ? new DataRate(cap) : null, flow.Weight)
            ),
        ];
    }

    /// <summary>What a link carried is what its flows brought; an end that is rounded up carries a nanosecond more.</summary>
    private static bool IsConserved(Network network, ExactFlow[] flows) =>
        Enumerable
            .Range(0, Links)
            .All(link =>
            {
                var over = flows.Where(flow => flow.Links.Contains(link)).ToArray();
                return Math.Abs(network.CarriedBits(link) - over.Sum(flow => (double)flow.Bits)) <= over.Length + 1;
            });

    private static bool IsClose(double rate, Rational exact) =>
        Math.Abs(rate - ((double)exact.Numerator / (double)exact.Denominator)) <= 1e-9 * Math.Max(1, rate);
}
