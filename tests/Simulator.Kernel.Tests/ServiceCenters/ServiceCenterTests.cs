using Simulator.Kernel.Random;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Kernel.Tests.ServiceCenters;

/// <summary>Whom a center serves, and when it is done; all times in seconds.</summary>
public sealed class ServiceCenterTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public ServiceCenterTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void Who_comes_at_one_instant_is_served_by_key_whatever_the_order_of_calls()
    {
        var center = Center(new());

        foreach (var customer in (int[])[3, 1, 2])
        {
            Ask(center, customer, work: 10);
        }

        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 1 woken", "20 s: 2 woken", "30 s: 3 woken"]));
    }

    [Test]
    public void Work_that_takes_no_time_is_done_in_its_turn_at_once()
    {
        var center = Center(new());

        Come(center, at: 1, customer: 1, work: 0);
        Come(center, at: 1, customer: 2, work: 0);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["1 s: 1 woken", "1 s: 2 woken"]));
    }

    [Test]
    public void The_last_to_come_is_the_first_to_be_served_and_interrupts_nobody()
    {
        var center = Center(new() { Order = ServiceOrder.LastComeFirstServed });

        Come(center, at: 0, customer: 1, work: 10);
        Come(center, at: 1, customer: 2, work: 10);
        Come(center, at: 2, customer: 3, work: 10);
        Come(center, at: 2, customer: 4, work: 10);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 1 woken", "20 s: 4 woken", "30 s: 3 woken", "40 s: 2 woken"]));
    }

    [Test]
    public void At_random_each_of_three_is_next_as_often_as_the_others()
    {
        const int Runs = 3000;
        var firsts = new int[4];

        for (var replication = 0UL; replication < Runs; replication++)
        {
            firsts[FirstOfThreeAtRandom(replication)]++;
        }

        // binomial: 1000 with a standard deviation of 25.8
        Assert.That(firsts[1..], Is.All.InRange(1000 - (4.5 * 25.8), 1000 + (4.5 * 25.8)));
    }

    [Test]
    public void A_choice_at_random_is_the_same_whenever_it_is_run_again() =>
        Assert.That(
            Enumerable.Range(0, 50).Select(replication => FirstOfThreeAtRandom((ulong)replication)),
            Is.EqualTo(Enumerable.Range(0, 50).Select(replication => FirstOfThreeAtRandom((ulong)replication)))
        );

    [Test]
    public void The_more_urgent_overtakes_those_that_wait_but_not_whom_is_served()
    {
        var center = Center(new() { Order = ServiceOrder.Priority });

        Come(center, at: 0, customer: 1, work: 10, priority: 9);
        Come(center, at: 1, customer: 2, work: 10, priority: 5);
        Come(center, at: 2, customer: 3, work: 10, priority: 1);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 1 woken", "20 s: 3 woken", "30 s: 2 woken"]));
    }

    [Test]
    public void Of_two_that_come_at_once_the_more_urgent_starts_even_with_the_larger_key()
    {
        var center = Center(new() { Order = ServiceOrder.Priority });

        Come(center, at: 1, customer: 1, work: 10, priority: 1);
        Come(center, at: 1, customer: 2, work: 10, priority: 0);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["11 s: 2 woken", "21 s: 1 woken"]));
    }

    [Test]
    public void Who_is_pushed_out_resumes_with_exactly_what_was_left()
    {
        var center = Center(new() { Order = ServiceOrder.PreemptivePriority });

        // odd nanoseconds: 7 of 1,000,000,007 served, the rest after 333 ns of the urgent one
        At(0, 1, () => center.Request(1, 1, 0, new SimTime(1_000_000_007), priority: 1));
        At(7, 2, () => center.Request(2, 2, 0, new SimTime(333), priority: 0));
        _simulation.Run();

        Assert.That(_visitors.LastAt[2], Is.EqualTo(new SimTime(7 + 333)));
        Assert.That(_visitors.LastAt[1], Is.EqualTo(new SimTime(1_000_000_007 + 333)));
    }

    [Test]
    public void Whose_work_is_done_at_the_instant_of_a_more_urgent_arrival_is_not_pushed_out()
    {
        var center = Center(new() { Order = ServiceOrder.PreemptivePriority });

        Come(center, at: 0, customer: 5, work: 10, priority: 1);
        Come(center, at: 10, customer: 1, work: 10, priority: 0);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 5 woken", "20 s: 1 woken"]));
    }

    [Test]
    public void Of_equals_the_last_to_come_is_pushed_out_and_comes_back_before_later_ones()
    {
        var center = Center(new() { Servers = 2, Order = ServiceOrder.PreemptivePriority });

        Come(center, at: 0, customer: 1, work: 20, priority: 1);
        Come(center, at: 1, customer: 2, work: 10, priority: 1);
        Come(center, at: 2, customer: 3, work: 1, priority: 1);
        Come(center, at: 3, customer: 4, work: 4, priority: 0); // 2 has 8 left and comes back at 7
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["7 s: 4 woken", "15 s: 2 woken", "16 s: 3 woken", "20 s: 1 woken"]));
    }

    [Test]
    public void Beyond_the_room_the_last_by_key_is_rejected_at_once()
    {
        var center = Center(new() { Room = 1 });

        foreach (var customer in (int[])[4, 3, 2, 1])
        {
            Ask(center, customer, work: 10);
        }

        _simulation.Run();

        Assert.That(
            _visitors.Log,
            Is.EqualTo(["0 s: 3 rejected", "0 s: 4 rejected", "10 s: 1 woken", "20 s: 2 woken"])
        );
        Assert.That(center.RejectedCount, Is.EqualTo(2));
    }

    [Test]
    public void Without_room_who_comes_as_a_server_is_freed_is_served()
    {
        var center = Center(new() { Room = 0 });

        Come(center, at: 0, customer: 9, work: 10);
        Come(center, at: 9, customer: 2, work: 10);
        Come(center, at: 10, customer: 1, work: 10);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["9 s: 2 rejected", "10 s: 9 woken", "20 s: 1 woken"]));
    }

    [Test]
    public void Who_is_pushed_out_is_not_rejected_even_where_there_is_no_room()
    {
        var center = Center(new() { Room = 0, Order = ServiceOrder.PreemptivePriority });

        Come(center, at: 0, customer: 1, work: 10, priority: 1);
        Come(center, at: 4, customer: 2, work: 3, priority: 0);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["7 s: 2 woken", "13 s: 1 woken"]));
    }

    [Test]
    public void Who_gives_up_at_the_instant_at_which_a_server_is_freed_is_gone()
    {
        var center = Center(new());

        Come(center, at: 0, customer: 1, work: 10);
        Come(center, at: 1, customer: 2, work: 10);
        Come(center, at: 2, customer: 3, work: 10);
        _visitors.At(10, 2, () => Assert.That(center.Renege(2, 0), Is.True));
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 1 woken", "20 s: 3 woken"]));
        Assert.That((center.Held, center.Present), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Who_is_served_does_not_give_up_but_may_break_off()
    {
        var center = Center(new());

        Come(center, at: 0, customer: 1, work: 10);
        Come(center, at: 1, customer: 2, work: 10);
        _visitors.At(
            4,
            1,
            () =>
            {
                Assert.That(center.Renege(1, 0), Is.False);
                Assert.That(center.Withdraw(1, 0, out var left), Is.True);
                Assert.That(left, Is.EqualTo(SimTime.FromSeconds(6)));
                Assert.That(center.Withdraw(1, 0), Is.False);
            }
        );
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["14 s: 2 woken"]));
    }

    [Test]
    public void Who_leaves_in_the_round_of_its_coming_was_never_there()
    {
        var center = Center(new() { Room = 0 });

        Ask(center, 1, work: 10);
        Ask(center, 2, work: 10);
        Assert.That(center.Withdraw(1, 0), Is.True);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 2 woken"]));
    }

    private ServiceCenter Center(ServiceCenterOptions options) => new(_simulation, "desk", options);

    private static void Ask(ServiceCenter center, int customer, double work, int priority = 0) =>
        center.Request((ulong)customer, customer, 0, SimTime.FromSeconds(work), priority);

    private void Come(ServiceCenter center, double at, int customer, double work, int priority = 0) =>
        _visitors.At(at, customer, () => Ask(center, customer, work, priority));

    private void At(long nanoseconds, int customer, Action act) =>
        _visitors.At(new SimTime(nanoseconds), customer, act);

    private static int FirstOfThreeAtRandom(ulong replication)
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var order = ServiceOrder.AtRandom(StreamKey.Derive(7, replication));
        var center = new ServiceCenter(simulation, "desk", new() { Order = order });
        for (var customer = 1; customer <= 3; customer++)
        {
            Ask(center, customer, work: customer);
        }

        simulation.Run();
        return visitors.LastAt.MinBy(pair => pair.Value).Key;
    }
}
