using Simulator.Kernel.ServiceCenters;

namespace Simulator.Kernel.Tests.ServiceCenters;

/// <summary>Centers whose speed depends on how many are there.</summary>
public sealed class SpeedTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public SpeedTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void Those_in_service_share_the_speed_equally()
    {
        // alone 2 s, then half speed each: 1 has 4 left, done at 10; 2 has 1 left, alone again
        var center = Shared(new SpeedTable(1));

        Come(center, at: 0, customer: 1, work: 6);
        Come(center, at: 2, customer: 2, work: 5);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["10 s: 1 woken", "11 s: 2 woken"]));
    }

    [Test]
    public void A_table_gives_its_last_speed_to_all_larger_numbers()
    {
        // 5 at 1.5 in all: 6 s of work each end at 5 · 6 / 1.5, to the nanosecond
        var center = Shared(new SpeedTable(1, 2, 1.5));

        for (var customer = 1; customer <= 5; customer++)
        {
            Come(center, at: 0, customer, work: 6);
        }

        _simulation.Run();

        Assert.That(_visitors.LastAt.Values, Is.All.EqualTo(SimTime.FromSeconds(20)));
    }

    [Test]
    public void With_one_server_the_first_gets_all_the_speed_of_the_crowd()
    {
        // two present: speed 2, the first is done at 3; then speed 1
        var center = new ServiceCenter(_simulation, "desk", new() { Speed = new SpeedTable(1, 2) });

        Come(center, at: 0, customer: 1, work: 6);
        Come(center, at: 0, customer: 2, work: 6);
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["3 s: 1 woken", "9 s: 2 woken"]));
    }

    [Test]
    public void The_universal_law_rises_to_its_peak_and_falls_again()
    {
        var law = new ScalableSpeed(contention: 0.19, coherency: 0.01);
        var speeds = Enumerable.Range(1, 30).Select(n => law.Of(n)).ToList();

        // peak at sqrt((1 − 0.19) / 0.01) = 9: 9 / (1 + 0.19 · 8 + 0.01 · 72) = 9 / 3.24
        Assert.That(speeds[0], Is.EqualTo(1));
        Assert.That(speeds.IndexOf(speeds.Max()), Is.EqualTo(9 - 1));
        Assert.That(speeds[9 - 1], Is.EqualTo(9 / 3.24).Within(1e-15));
        Assert.That(speeds[^1], Is.LessThan(speeds[9 - 1]));
    }

    [Test]
    public void Who_is_pushed_out_at_half_speed_takes_half_its_time_along()
    {
        var options = new ServiceCenterOptions { Order = ServiceOrder.PreemptivePriority, Speed = new SpeedTable(0.5) };
        var center = new ServiceCenter(_simulation, "desk", options);

        Come(center, at: 0, customer: 1, work: 4, priority: 1); // 4 s serve 2
        Come(center, at: 4, customer: 2, work: 1, priority: 0); // until 6
        _simulation.Run();

        Assert.That(_visitors.Log, Is.EqualTo(["6 s: 2 woken", "10 s: 1 woken"]));
    }

    [Test]
    public void A_speed_that_no_center_can_work_at_is_refused_with_center_and_number()
    {
        var center = Shared(new Vanishing());

        Come(center, at: 1, customer: 1, work: 1);
        Come(center, at: 1, customer: 2, work: 1);

        Assert.That(
            _simulation.Run,
            Throws.InvalidOperationException.With.Message.StartsWith("At 1 s: 'desk' with 2 customers works at speed 0")
        );
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_table_refuses_speeds_that_are_not_positive_numbers(double speed) =>
        Assert.That(
            () => new SpeedTable(1, speed),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("r(2)")
        );

    [Test]
    public void A_table_without_a_speed_is_refused() => Assert.That(() => new SpeedTable(), Throws.ArgumentException);

    [TestCase(-0.1, 0)]
    [TestCase(0, 1.1)]
    public void The_universal_law_refuses_coefficients_outside_0_to_1(double contention, double coherency) =>
        Assert.That(() => new ScalableSpeed(contention, coherency), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private ServiceCenter Shared(SpeedLaw speed) =>
        new(_simulation, "desk", new() { Servers = long.MaxValue, Speed = speed });

    private void Come(ServiceCenter center, double at, int customer, double work, int priority = 0) =>
        _visitors.At(
            at,
            customer,
            () => center.Request((ulong)customer, customer, 0, SimTime.FromSeconds(work), priority)
        );

    private sealed record Vanishing : SpeedLaw
    {
        public override double Of(long present) => present - 2;
    }
}
