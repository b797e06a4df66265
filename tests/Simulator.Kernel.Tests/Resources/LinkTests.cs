using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>Transfers that share a bandwidth equally.</summary>
public sealed class LinkTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public LinkTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void Two_that_overlap_share_and_the_one_left_speeds_up()
    {
        var link = new Link(_simulation, "uplink", new DataRate(1_000));

        Transfer(link, at: 0, customer: 1, bits: 1_000);
        Transfer(link, at: 0.5, customer: 2, bits: 1_000);
        _simulation.Run();

        // 1 has 500 left at 0.5 s and gets 500/s: 1.5 s; 2 has 500 left then and gets 1000/s: 2 s
        Assert.That(_visitors.Log, Is.EqualTo(["1.5 s: 1 woken", "2 s: 2 woken"]));
        Assert.That(link.FlowTime, Is.EqualTo((Int128)3_000_000_000));
    }

    [Test]
    public void Thirds_that_were_rounded_down_end_on_the_nanosecond_all_the_same()
    {
        var link = new Link(_simulation, "uplink", new DataRate(SimTime.NanosecondsPerSecond));
        for (var customer = 1; customer <= 3; customer++)
        {
            var who = customer;
            _visitors.At(SimTime.Zero, who, () => link.Transfer((ulong)who, who, 0, new DataSize(10)));
        }

        // three accounts of a third of a bit each, then alone with nine bits left
        _visitors.At(new SimTime(1), 9, () => link.SetBandwidth(link.Bandwidth));
        _visitors.At(new SimTime(2), 9, () => link.SetBandwidth(link.Bandwidth));
        _visitors.At(new SimTime(3), 9, () => Assert.That(link.Withdraw(2, 0) && link.Withdraw(3, 0)));
        _simulation.Run();

        Assert.That(_visitors.LastAt[1].Nanoseconds, Is.EqualTo(12));
    }

    [Test]
    public void The_cap_of_a_flow_binds_until_the_share_falls_below_it()
    {
        var link = new Link(_simulation, "uplink", new DataRate(1_000), new DataRate(400));

        for (var customer = 0; customer < 4; customer++)
        {
            Transfer(link, at: 0, customer, bits: customer < 2 ? 250 : 650);
        }

        _simulation.Run();

        // four at 250/s for 1 s; then two at 400/s (not 500) for the 400 bits left
        Assert.That(_visitors.Log, Is.EqualTo(["1 s: 0 woken", "1 s: 1 woken", "2 s: 2 woken", "2 s: 3 woken"]));
    }

    [Test]
    public void Nothing_takes_no_time()
    {
        var link = new Link(_simulation, "uplink", new DataRate(1));

        Transfer(link, at: 3, customer: 1, bits: 0);
        Transfer(link, at: 3, customer: 2, bits: 1);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["3 s: 1 woken", "4 s: 2 woken"]));
    }

    [Test]
    public void Nothing_takes_no_round_either()
    {
        var link = new Link(_simulation, "uplink", new DataRate(1));
        var server = new Station(_simulation, "server", 1);
        var log = new List<string>();

        async Process Visit(string name, long bits)
        {
            if (bits >= 0)
            {
                await link.Transfer(new DataSize(bits));
            }

            await server.Acquire();
            log.Add(name);
            server.Release();
        }

        _simulation.Spawn(Visit("transfers nothing", 0));
        _simulation.Spawn(Visit("asks straight away", -1));
        _simulation.Run();

        Assert.That(log, Is.EqualTo(["transfers nothing", "asks straight away"]));
    }

    [Test]
    public void Ends_of_one_instant_come_before_a_start_of_that_instant()
    {
        var link = new Link(_simulation, "uplink", new DataRate(1_000));

        Transfer(link, at: 0, customer: 7, bits: 500);
        Transfer(link, at: 0, customer: 8, bits: 500);
        Transfer(link, at: 1, customer: 1, bits: 1_000);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["1 s: 7 woken", "1 s: 8 woken", "2 s: 1 woken"]));
    }

    [Test]
    public void Ends_on_several_links_and_other_wake_ups_of_an_instant_come_by_key()
    {
        var first = new Link(_simulation, "first", new DataRate(1_000));
        var second = new Link(_simulation, "second", new DataRate(1_000));

        Transfer(first, at: 0, customer: 4, bits: 1_000);
        Transfer(second, at: 0, customer: 2, bits: 1_000);
        _simulation.Schedule(SimTime.FromSeconds(1), 3, 3, 0);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["1 s: 2 woken", "1 s: 3 woken", "1 s: 4 woken"]));
    }

    [Test]
    public void A_transfer_broken_off_leaves_its_share_to_the_others()
    {
        var link = new Link(_simulation, "uplink", new DataRate(1_000));

        Transfer(link, at: 0, customer: 1, bits: 1_000);
        Transfer(link, at: 0, customer: 2, bits: 1_000);
        _visitors.At(1, 2, () => Assert.That(link.Withdraw(2, 0)));
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["1.5 s: 1 woken"]));
        Assert.That(link.Held, Is.Zero);
    }

    [Test]
    public void A_change_of_the_bandwidth_counts_from_its_instant_and_an_outage_loses_nothing()
    {
        var link = new Link(_simulation, "uplink", new DataRate(1_000), new DataRate(800));

        Transfer(link, at: 0, customer: 1, bits: 2_000);
        Transfer(link, at: 0, customer: 2, bits: 4_000);
        _visitors.At(1, 3, () => link.SetBandwidth(default));
        Transfer(link, at: 2, customer: 4, bits: 0);
        _visitors.At(3, 3, () => link.SetBandwidth(new DataRate(2_000)));
        _simulation.Run();

        // 500 each by 1 s, nothing until 3 s, then 800 each: 1,500 more in 1.875 s, 3,500 more in 4.375 s
        Assert.That(_visitors.Log, Is.EqualTo(["2 s: 4 woken", "4.875 s: 1 woken", "7.375 s: 2 woken"]));
        Assert.That(() => link.SetBandwidth(new DataRate(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_transfer_alone_takes_size_over_rate_rounded_up() =>
        // 10 bits at 3 bit/s: 3.333… s
        Assert.That(
            Link.Alone(new DataRate(5), new DataRate(3), new DataSize(10)).Nanoseconds,
            Is.EqualTo(3_333_333_334)
        );

    [Test]
    public void A_link_that_is_busy_for_decades_does_not_overflow()
    {
        var link = new Link(_simulation, "backbone", new DataRate(1_000_000_000_000_000));
        const long Hour = 3_600;
        var size = new DataSize(1_000_000_000_000_000 * Hour);
        var transfers = 0;
        var chain = new Chain(_simulation, () => ++transfers < 20_000);
        chain.Again = () => link.Transfer(0, chain.Customer, 0, size);

        chain.Again();
        _simulation.Schedule(SimTime.FromSeconds(Hour / 2.0), 0, chain.Customer, 0);
        _simulation.Run();

        // two chains of transfers that always overlap: the link is never idle, n transfers take n hours in all
        Assert.That(transfers, Is.EqualTo(20_001));
        Assert.That(_simulation.Now.Seconds, Is.EqualTo(20_000.0 * Hour).Within(Hour));
    }

    [Test] // property: against the exact rational reference
    public void Ends_agree_with_exact_processor_sharing_to_a_nanosecond() =>
        Gen.Select(
                Gen.Long[1, 2_000_000_000],
                Gen.Long[1, 2_000_000_000],
                Gen.Select(Gen.Long[0, 40], Gen.Long[0, 4_000_000_000]).Array[1, 25]
            )
            .Sample(
                (bandwidth, cap, flows) =>
                {
                    var arrivals = flows.Select(flow => (At: flow.Item1 * 77_777_777, Bits: flow.Item2)).ToArray();
                    var simulation = new Simulation();
                    var visitors = new Visitors(simulation);
                    var link = new Link(simulation, "uplink", new DataRate(bandwidth), new DataRate(cap));
                    for (var customer = 0; customer < arrivals.Length; customer++)
                    {
                        var (who, bits) = (customer, arrivals[customer].Bits);
                        visitors.At(
                            new SimTime(arrivals[who].At),
                            who,
                            () => link.Transfer((ulong)who, who, 0, new DataSize(bits))
                        );
                    }

                    simulation.Run();

                    var exact = ExactSharing.Ends(bandwidth, cap, arrivals);
                    return link.Held == 0
                        && exact.Index().All(end => IsSame(visitors.LastAt[end.Index].Nanoseconds, end.Item));
                },
                iter: 500
            );

    private static bool IsSame(long actual, Rational exact) => Math.Abs(actual - (long)exact.Ceiling()) <= 1;

    private void Transfer(Link link, double at, int customer, long bits) =>
        _visitors.At(at, customer, () => link.Transfer((ulong)customer, customer, 0, new DataSize(bits)));

    /// <summary>Begins again at each wake-up.</summary>
    private sealed class Chain(Simulation simulation, Func<bool> goesOn) : Agent(simulation)
    {
        public Action Again { get; set; } = () => { };

        protected internal override void Wake(int tag)
        {
            if (goesOn())
            {
                Again();
            }
        }
    }
}
