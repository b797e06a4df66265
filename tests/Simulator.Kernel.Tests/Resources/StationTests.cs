using CsCheck;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>Whom a station serves, and when.</summary>
public sealed class StationTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public StationTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void Who_comes_first_is_served_first_even_with_a_larger_key()
    {
        var station = new Station(_simulation, "registry", 1);

        _visitors.Visit(station, at: 0, customer: 9, takes: 10);
        _visitors.Visit(station, at: 1, customer: 5, takes: 10);
        _visitors.Visit(station, at: 2, customer: 3, takes: 10);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["0 s: 9 granted", "10 s: 5 granted", "20 s: 3 granted"]));
    }

    [Test]
    public void A_smaller_priority_number_overtakes_those_that_wait_but_not_the_one_in_service()
    {
        var station = new Station(_simulation, "registry", 1);

        _visitors.Visit(station, at: 0, customer: 1, takes: 10, priority: 7);
        _visitors.Visit(station, at: 1, customer: 2, takes: 10, priority: 5);
        _visitors.Visit(station, at: 2, customer: 3, takes: 10, priority: -2);
        _visitors.Visit(station, at: 3, customer: 4, takes: 10, priority: 0);
        _visitors.Visit(station, at: 4, customer: 5, takes: 10, priority: 5);
        _simulation.Run();

        Assert.That(_visitors.GrantOrder, Is.EqualTo([1, 3, 4, 2, 5]));
    }

    [Test] // property: who asks at one instant is ranked by key, whatever the order of the calls
    public void The_order_of_calls_within_an_instant_changes_nothing() =>
        Gen.Shuffle(Enumerable.Range(0, 12).ToArray())
            .Sample(order =>
            {
                var simulation = new Simulation();
                var visitors = new Visitors(simulation);
                var station = new Station(simulation, "registry", 2);
                visitors.OnGranted = (who, _) => visitors.At(simulation.Now + new SimTime(10), who, station.Release);
                foreach (var customer in order)
                {
                    station.Request((ulong)customer, customer, 0);
                }

                simulation.Run();

                return visitors.GrantOrder.SequenceEqual(Enumerable.Range(0, 12));
            });

    [Test]
    public void A_server_freed_at_an_instant_goes_to_the_line_before_who_arrives_at_that_instant()
    {
        var station = new Station(_simulation, "registry", 1);

        _visitors.Visit(station, at: 0, customer: 9, takes: 5);
        _visitors.Visit(station, at: 1, customer: 8, takes: 5);
        _visitors.Visit(station, at: 5, customer: 1, takes: 5);
        _simulation.Run();

        Assert.That(_visitors.GrantOrder, Is.EqualTo([9, 8, 1]));
    }

    [Test]
    public void Busy_time_is_the_work_done()
    {
        var station = new Station(_simulation, "registry", 2);

        for (var customer = 0; customer < 5; customer++)
        {
            _visitors.Visit(station, at: customer, customer, takes: 3);
        }

        _simulation.Run();

        // five services of 3 s each
        Assert.That(station.BusyTime, Is.EqualTo((Int128)15_000_000_000));
        Assert.That((station.Held, station.QueueLength), Is.EqualTo((0L, 0)));
    }

    [Test]
    public void Releasing_what_nobody_holds_says_where()
    {
        var station = new Station(_simulation, "registry", 2);

        Assert.That(station.Release, Throws.InvalidOperationException.With.Message.Contains("'registry'"));
    }

    [Test]
    public void A_station_without_a_server_is_refused_by_name() =>
        Assert.That(
            () => new Station(_simulation, "registry", 0),
            Throws
                .InstanceOf<ArgumentOutOfRangeException>()
                .With.Message.StartsWith("'registry' needs at least one server.")
        );

    [Test]
    public void Who_gives_up_at_the_instant_at_which_a_server_is_freed_is_gone_and_the_next_one_starts()
    {
        var station = new Station(_simulation, "registry", 1);

        _visitors.Visit(station, at: 0, customer: 1, takes: 5);
        _visitors.Visit(station, at: 1, customer: 2, takes: 5);
        _visitors.Visit(station, at: 2, customer: 3, takes: 5);
        _visitors.At(5, 9, () => Assert.That(station.Withdraw(2, 0), Is.True));
        _simulation.Run();

        Assert.That(_visitors.GrantOrder, Is.EqualTo([1, 3]));
        Assert.That((station.Held, station.QueueLength), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_withdrawal_leaves_the_keys_of_that_round_in_order()
    {
        var station = new Station(_simulation, "registry", 1);
        _visitors.Visit(station, at: 0, customer: 0, takes: 10);
        _visitors.At(1, 7, () => station.Request(7, 7, 0));
        _visitors.At(2, 1, () => station.Request(6, 6, 0));
        _visitors.At(2, 2, () => station.Withdraw(7, 0));
        _visitors.At(2, 3, () => station.Request(5, 5, 0));

        _simulation.Run();

        Assert.That(_visitors.GrantOrder, Is.EqualTo([0, 5, 6]));
    }

    [Test]
    public void A_visit_allocates_nothing_once_warm()
    {
        var station = new Station(_simulation, "registry", 1);
        _simulation.InstantLimit = long.MaxValue;
        var left = 1_000;
        var visitors = new Recurring(_simulation, station, () => left--);

        visitors.Begin();
        _simulation.Run();
        left = 100_000;
        visitors.Begin();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _simulation.Run();

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000));
    }

    /// <summary>An agent that takes and gives back a server again and again.</summary>
    private sealed class Recurring(Simulation simulation, Station station, Func<int> left) : Agent(simulation)
    {
        public void Begin() => Simulation.Schedule(Simulation.Now, 0, Customer, 0);

        protected internal override void Wake(int tag) => station.Request(0, Customer, 0);

        protected internal override void Granted(int tag)
        {
            station.Release();
            if (left() > 0)
            {
                Simulation.Schedule(Simulation.Now + new SimTime(5), 0, Customer, 0);
            }
        }
    }
}
