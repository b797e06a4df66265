using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>What a monitor says of small runs that can be worked out by hand; all in nanoseconds.</summary>
public sealed class ResourceMonitorTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public ResourceMonitorTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void Queue_use_waits_and_withdrawals_of_a_station()
    {
        var monitor = ObserveThree();

        _simulation.Run();

        // queue: 1 in [1, 2), 2 in [2, 3), 1 in [3, 4); one server of one from 0 to 6; waits 0 and 3; 3 gives up after 1
        var whole = monitor.Whole;
        Assert.That((whole.Queue.Area, whole.Queue.Maximum, whole.Queue.Span), Is.EqualTo(((Int128)4, 2L, (Int128)6)));
        Assert.That((whole.Held.Mean, whole.Held.BusyShare), Is.EqualTo((1.0, 1.0)));
        Assert.That((whole.Arrivals, whole.Waits.Count, whole.Waits.Sum), Is.EqualTo((3L, 2L, (Int128)3)));
        Assert.That((whole.Withdrawals.Count, whole.Withdrawals.Sum), Is.EqualTo((1L, (Int128)1)));
        Assert.That((whole.Stays.Count, whole.Rejections.Count, monitor.Present), Is.EqualTo((0L, 0L, 0)));
    }

    [Test]
    public void A_window_holds_its_first_instant_and_not_its_last()
    {
        var monitor = ObserveThree(new SimTime(2), new SimTime(4));

        _simulation.Run();

        // customer 3 comes at 2, into the second window; customer 2 is granted at 4, in the third
        var windows = monitor.Windows;
        Assert.That(windows.Select(window => window.From.Nanoseconds), Is.EqualTo([0, 2, 4]));
        Assert.That(windows.Select(window => window.To.Nanoseconds), Is.EqualTo([2, 4, 6]));
        Assert.That(windows.Select(window => window.Statistics.Queue.Area), Is.EqualTo(new Int128[] { 1, 3, 0 }));
        Assert.That(windows.Select(window => window.Statistics.Arrivals), Is.EqualTo([2, 1, 0]));
        Assert.That(windows.Select(window => window.Statistics.Waits.Count), Is.EqualTo([1, 0, 1]));
        Assert.That(windows.Select(window => window.Statistics.Withdrawals.Count), Is.EqualTo([0, 1, 0]));
    }

    [Test]
    public void Cuts_between_two_events_split_what_lasts_across_them()
    {
        var station = new Station(_simulation, "desk", 1);
        var monitor = new ResourceMonitor(station, new SimTime(10), new SimTime(20), new SimTime(20), new SimTime(30));
        Come(station, at: 5, customer: 1, takes: 30);

        _simulation.Run();

        var areas = monitor.Windows.Select(window => window.Statistics.Held.Area);
        Assert.That(areas, Is.EqualTo(new Int128[] { 5, 10, 10, 5 }));
    }

    [Test]
    public void Windows_are_taken_together_where_they_begin_and_end()
    {
        var monitor = ObserveThree(new SimTime(2), new SimTime(4));

        _simulation.Run();

        Assert.That(monitor.Between(SimTime.Zero, new SimTime(4)).Queue.Area, Is.EqualTo((Int128)4));
        Assert.That(monitor.Between(new SimTime(2), new SimTime(6)).Waits.Sum, Is.EqualTo((Int128)3));
        Assert.That(
            () => monitor.Between(new SimTime(1), new SimTime(4)),
            Throws.ArgumentException.With.Message.Contains(
                "Station 'desk' was not observed in windows that make 0.000000001 s"
            )
        );
        Assert.That(() => monitor.Between(new SimTime(2), new SimTime(5)), Throws.ArgumentException);
    }

    [Test]
    public void A_reset_forgets_what_was_and_keeps_who_waits()
    {
        var monitor = ObserveThree();

        _simulation.Run(new SimTime(3));
        monitor.Reset();
        _simulation.Run();

        // from 3 on: the queue of 1 until 4, and the wait of customer 2 since 1
        var whole = monitor.Whole;
        Assert.That((whole.Queue.Area, whole.Queue.Span), Is.EqualTo(((Int128)1, (Int128)3)));
        Assert.That(monitor.Windows.Single().From, Is.EqualTo(new SimTime(3)));
        Assert.That((whole.Arrivals, whole.Waits.Count, whole.Waits.Sum), Is.EqualTo((0L, 1L, (Int128)3)));
    }

    [Test]
    public void A_monitor_attached_in_mid_run_sees_levels_at_once_and_times_of_newcomers()
    {
        var station = new Station(_simulation, "desk", 1);
        Come(station, at: 0, customer: 1, takes: 4);
        Come(station, at: 1, customer: 2, takes: 2);
        ResourceMonitor? monitor = null;
        _visitors.At(new SimTime(2), 9, () => monitor = new ResourceMonitor(station));
        Come(station, at: 3, customer: 3, takes: 2);

        _simulation.Run();

        // queue since 2: 1 in [2, 3), 2 in [3, 4), 1 in [4, 6); of the waits only that of customer 3
        Assert.That(monitor!.Whole.Queue.Area, Is.EqualTo((Int128)5));
        Assert.That((monitor.Whole.Waits.Count, monitor.Whole.Waits.Sum), Is.EqualTo((1L, (Int128)3)));
    }

    [Test]
    public void The_past_cannot_be_cut()
    {
        var monitor = new ResourceMonitor(new Station(_simulation, "desk", 1));

        _simulation.Run(new SimTime(5));

        Assert.That(
            () => monitor.CutAt(new SimTime(5)),
            Throws
                .InstanceOf<ArgumentOutOfRangeException>()
                .With.Message.Contains("Station 'desk' can be cut after 0.000000005 s only")
        );
    }

    [Test]
    public void Who_finds_no_room_is_a_rejection_and_no_wait()
    {
        var limit = new InFlightLimit(_simulation, "api", limit: 1, mostWaiting: 0);
        var monitor = new ResourceMonitor(limit);
        _visitors.At(SimTime.Zero, 1, () => limit.Request(1, 1, 0));
        _visitors.At(new SimTime(1), 2, () => limit.Request(2, 2, 0));

        _simulation.Run();

        Assert.That((monitor.Whole.Waits.Count, monitor.Whole.Rejections.Count), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public void Who_is_pushed_out_of_service_has_waited_once_and_stays_until_the_end()
    {
        var options = new ServiceCenterOptions { Order = ServiceOrder.PreemptivePriority };
        var center = new ServiceCenter(_simulation, "desk", options);
        var monitor = new ResourceMonitor(center);
        _visitors.At(SimTime.Zero, 1, () => center.Request(1, 1, 0, new SimTime(4), priority: 1));
        _visitors.At(new SimTime(1), 2, () => center.Request(2, 2, 0, new SimTime(2), priority: 0));

        _simulation.Run();

        // 2 is served from 1 to 3, 1 from 0 to 1 and from 3 to 6; stays 6 and 2; the queue held 1 from 1 to 3
        var whole = monitor.Whole;
        Assert.That((whole.Waits.Count, whole.Waits.Sum), Is.EqualTo((2L, (Int128)0)));
        Assert.That((whole.Stays.Count, whole.Stays.Sum, whole.Queue.Area), Is.EqualTo((2L, (Int128)8, (Int128)2)));
    }

    [Test]
    public void A_transfer_is_a_stay_also_one_of_nothing()
    {
        var link = new Link(_simulation, "images", new DataRate(SimTime.NanosecondsPerSecond));
        var monitor = new ResourceMonitor(link);
        _visitors.At(SimTime.Zero, 1, () => link.Transfer(1, 1, 0, new DataSize(10)));
        _visitors.At(SimTime.Zero, 2, () => link.Transfer(2, 2, 0, new DataSize(10)));
        _visitors.At(SimTime.Zero, 3, () => link.Transfer(3, 3, 0, new DataSize(0)));

        _simulation.Run();

        // one bit a nanosecond, shared by two: both end at 20
        var stays = monitor.Whole.Stays;
        Assert.That((stays.Count, stays.Sum, stays.Minimum), Is.EqualTo((3L, (Int128)40, (SimTime?)SimTime.Zero)));
        Assert.That((monitor.Whole.Held.Area, monitor.Whole.Waits.Count), Is.EqualTo(((Int128)40, 0L)));
    }

    [Test]
    public void Two_visits_that_cannot_be_told_apart_are_refused()
    {
        var station = new Station(_simulation, "desk", 1);
        _ = new ResourceMonitor(station);
        _visitors.At(SimTime.Zero, 1, () => station.Request(1, 1, 0));
        _visitors.At(new SimTime(1), 2, () => station.Request(2, 2, 7));
        _visitors.At(new SimTime(2), 2, () => station.Request(2, 2, 7));

        Assert.That(
            _simulation.Run,
            Throws.InvalidOperationException.With.Message.Contains(
                "customer 2 comes to Station 'desk' again with tag 7"
            )
        );
    }

    [Test]
    public void A_grant_by_another_resource_in_the_same_round_ends_no_wait_here()
    {
        var (free, full) = (new Station(_simulation, "free", 1), new Station(_simulation, "full", 1));
        var monitor = new ResourceMonitor(full);
        _visitors.At(SimTime.Zero, 1, () => full.Request(1, 1, 0));
        _visitors.At(new SimTime(1), 1, full.Release);
        _visitors.At(new SimTime(1), 2, () => full.Request(2, 2, 0));
        _visitors.At(new SimTime(1), 3, () => full.Request(3, 3, 0));
        _visitors.At(new SimTime(1), 3, () => free.Request(3, 3, 0));

        _simulation.Run();

        // at 1 both decide: the full one takes 2, and 3, given the free one with the same tag, still waits for the full one
        Assert.That((monitor.Whole.Waits.Count, monitor.Present, full.QueueLength), Is.EqualTo((2L, 1, 1)));
    }

    [Test]
    public void Windows_are_copies()
    {
        var monitor = ObserveThree();
        _simulation.Run();

        monitor.Windows[0].Statistics.Merge(monitor.Whole);

        Assert.That(monitor.Whole.Waits.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_resource_of_ones_own_is_observed_and_tells_its_times()
    {
        var gate = new Gate(_simulation);
        var monitor = new ResourceMonitor(gate);
        async Process Pass() => await gate.Wait();
        _simulation.Spawn(Pass());
        _visitors.At(new SimTime(7), 1, gate.Open);

        _simulation.Run();

        Assert.That((monitor.Whole.Queue.Area, monitor.Whole.Waits.Sum), Is.EqualTo(((Int128)7, (Int128)7)));
    }

    /// <summary>One server: 1 comes at 0 for 4, 2 at 1 for 2, 3 at 2 and gives up at 3.</summary>
    private ResourceMonitor ObserveThree(params SimTime[] cuts)
    {
        var station = new Station(_simulation, "desk", 1);
        var monitor = new ResourceMonitor(station, cuts);
        Come(station, at: 0, customer: 1, takes: 4);
        Come(station, at: 1, customer: 2, takes: 2);
        Come(station, at: 2, customer: 3, takes: 1);
        _visitors.At(new SimTime(3), 3, () => station.Withdraw(3, 0));
        return monitor;
    }

    private void Come(Station station, long at, int customer, long takes)
    {
        _visitors.At(new SimTime(at), customer, () => station.Request((ulong)customer, customer, 0));
        var others = _visitors.OnGranted;
        _visitors.OnGranted = (who, tag) =>
        {
            others?.Invoke(who, tag);
            if (who == customer)
            {
                _visitors.At(_simulation.Now + new SimTime(takes), who, station.Release);
            }
        };
    }

    private sealed class Gate(Simulation simulation) : Resource(simulation, "gate")
    {
        private readonly WaitQueue _queue = new();
        private bool _isOpen;

        public override int QueueLength => _queue.Count;

        public override long Held => 0;

        public Wait Wait() => Ask();

        public void Open()
        {
            _isOpen = true;
            Touch();
        }

        protected override void Enter(in Claim claim)
        {
            NoteArrival(claim.Customer, claim.Tag);
            _queue.Add(new Waiter(claim.Key, claim.Customer, claim.Tag, 1), Simulation.Round);
        }

        protected override void Decide(GrantList grants)
        {
            for (; _isOpen && _queue.Count > 0; _queue.RemoveFirst())
            {
                grants.Give(_queue.First);
            }
        }
    }
}
