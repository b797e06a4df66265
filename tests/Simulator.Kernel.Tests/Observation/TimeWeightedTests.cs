using Simulator.Kernel.Observation;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>The mean of what lasts.</summary>
public sealed class TimeWeightedTests
{
    [Test]
    public void A_value_counts_for_as_long_as_it_lasts()
    {
        var queue = new TimeWeighted(SimTime.FromSeconds(10), 2);

        queue.Set(SimTime.FromSeconds(13), 5);
        queue.Set(SimTime.FromSeconds(13), 1);

        // (3 s · 2 + 2 s · 1) / 5 s
        Assert.That(queue.MeanUntil(SimTime.FromSeconds(15)), Is.EqualTo(8.0 / 5).Within(1e-15));
        Assert.That((queue.Value, queue.Minimum, queue.Maximum), Is.EqualTo((1.0, 1.0, 5.0)));
    }

    [Test]
    public void While_no_time_has_passed_the_mean_is_the_value() =>
        Assert.That(new TimeWeighted(SimTime.Zero, 7).MeanUntil(SimTime.Zero), Is.EqualTo(7));

    [Test]
    public void Time_does_not_run_backwards()
    {
        var queue = new TimeWeighted(SimTime.FromSeconds(1));

        Assert.That(() => queue.Set(SimTime.Zero, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
