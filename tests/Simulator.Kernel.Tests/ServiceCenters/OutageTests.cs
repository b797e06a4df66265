using Simulator.Kernel.ServiceCenters;

namespace Simulator.Kernel.Tests.ServiceCenters;

/// <summary>A center that does not always work: outages and opening hours.</summary>
public sealed class OutageTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public OutageTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void In_an_outage_service_stands_still_and_goes_on_where_it_stopped()
    {
        var center = new ServiceCenter(_simulation, "desk");

        Come(center, at: 0, customer: 1, work: 10);
        Outage(center, from: 4, to: 9);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["15 s: 1 woken"]));
        Assert.That(center.BusyTime, Is.EqualTo((Int128)10_000_000_000));
    }

    [Test]
    public void Overlapping_outages_last_until_the_last_one_is_over()
    {
        var center = new ServiceCenter(_simulation, "desk");

        Come(center, at: 0, customer: 1, work: 10);
        Outage(center, from: 4, to: 8);
        Outage(center, from: 6, to: 12);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["18 s: 1 woken"]));
    }

    [Test]
    public void What_is_done_as_an_outage_begins_is_done()
    {
        var center = new ServiceCenter(_simulation, "desk");

        Come(center, at: 0, customer: 1, work: 10);
        Come(center, at: 1, customer: 2, work: 10);
        Outage(center, from: 10, to: 20);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 1 woken", "30 s: 2 woken"]));
    }

    [Test]
    public void Who_comes_in_an_outage_waits_or_finds_no_room()
    {
        var center = new ServiceCenter(_simulation, "desk", new() { Room = 1 });

        Outage(center, from: 0, to: 5);
        Come(center, at: 1, customer: 1, work: 10);
        Come(center, at: 2, customer: 2, work: 10);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["2 s: 2 rejected", "15 s: 1 woken"]));
    }

    [Test]
    public void Who_breaks_off_in_an_outage_takes_along_what_was_left_at_its_beginning()
    {
        var center = new ServiceCenter(_simulation, "desk");
        var left = SimTime.Zero;

        Come(center, at: 0, customer: 1, work: 10);
        Outage(center, from: 4, to: 9);
        _visitors.At(7, 1, () => center.Withdraw(1, 0, out left));
        _simulation.Run();

        Assert.That(left, Is.EqualTo(SimTime.FromSeconds(6)));
        Assert.That(center.Present, Is.Zero);
    }

    [Test]
    public void Work_goes_on_in_the_next_window_and_the_run_comes_to_an_end()
    {
        // open 8 to 12 of every 24: 4 until 12, 4 more until 36, the last 2 until 58
        var center = Open(24, (8, 12));

        Come(center, at: 0, customer: 1, work: 10);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["58 s: 1 woken"]));
        Assert.That(_simulation.Now, Is.EqualTo(SimTime.FromSeconds(58)));
    }

    [Test]
    public void What_is_done_as_a_window_closes_is_done_and_the_next_one_waits()
    {
        var center = Open(24, (8, 12));

        Come(center, at: 8, customer: 1, work: 4);
        Come(center, at: 9, customer: 2, work: 1);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["12 s: 1 woken", "33 s: 2 woken"]));
    }

    [Test]
    public void Windows_that_touch_are_one()
    {
        var center = Open(10, (0, 4), (4, 10));

        Come(center, at: 3, customer: 1, work: 15);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["18 s: 1 woken"]));
    }

    [Test]
    public void An_outage_within_a_window_adds_to_the_hours()
    {
        var center = Open(24, (8, 12));

        Come(center, at: 0, customer: 1, work: 4);
        Outage(center, from: 10, to: 33);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["35 s: 1 woken"]));
    }

    [TestCase(0, 7.9, 8)]
    [TestCase(0, 8, 12)]
    [TestCase(0, 12, 20)]
    [TestCase(0, 21, 24)]
    [TestCase(0, 24, 32)]
    [TestCase(72, 24, 32)]
    public void Hours_know_their_next_change(double days, double at, double change)
    {
        var hours = Hours(24, (8, 12), (20, 24));

        Assert.That(hours.NextChange(SimTime.FromSeconds(days + at)), Is.EqualTo(SimTime.FromSeconds(days + change)));
    }

    [Test]
    public void An_outage_that_did_not_begin_can_not_end()
    {
        var center = new ServiceCenter(_simulation, "desk");

        _visitors.At(3, 1, center.Resume);

        Assert.That(
            _simulation.Run,
            Throws.InvalidOperationException.With.Message.EqualTo(
                "At 3 s: a customer resumes 'desk', which is not suspended."
            )
        );
    }

    [TestCase(5, 5)]
    [TestCase(2, 9)]
    [TestCase(20, 25)]
    public void Windows_that_are_empty_overlap_or_pass_the_period_are_refused(double from, double to) =>
        Assert.That(
            () => Hours(24, (0, 4), (from, to)),
            Throws.ArgumentException.With.Message.Contains("must begin at 4 s or later")
        );

    [Test]
    public void Hours_without_a_window_are_refused() =>
        Assert.That(() => Hours(24), Throws.ArgumentException.With.Message.Contains("never opens"));

    private static OpeningHours Hours(double period, params (double From, double To)[] windows) =>
        new(
            SimTime.FromSeconds(period),
            [.. windows.Select(one => (SimTime.FromSeconds(one.From), SimTime.FromSeconds(one.To)))]
        );

    private ServiceCenter Open(double period, params (double From, double To)[] windows) =>
        new(_simulation, "desk", new() { Hours = Hours(period, windows) });

    private void Come(ServiceCenter center, double at, int customer, double work) =>
        _visitors.At(at, customer, () => center.Request((ulong)customer, customer, 0, SimTime.FromSeconds(work)));

    private void Outage(ServiceCenter center, double from, double to)
    {
        _visitors.At(from, 900, center.Suspend);
        _visitors.At(to, 901, center.Resume);
    }
}
