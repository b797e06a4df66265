using CsCheck;

namespace Simulator.Kernel.Tests;

/// <summary>The clock counts nanoseconds, and says so when it cannot.</summary>
public sealed class SimTimeTests
{
    [TestCase(0.5e-9, 0)] // half to even
    [TestCase(1.5e-9, 2)]
    [TestCase(2.5e-9, 2)]
    [TestCase(-1.5e-9, -2)]
    [TestCase(12.5, 12_500_000_000)]
    public void Seconds_round_half_to_even_to_a_nanosecond(double seconds, long nanoseconds) =>
        Assert.That(SimTime.FromSeconds(seconds).Nanoseconds, Is.EqualTo(nanoseconds));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(3.2e9)]
    [TestCase(-3.2e9)]
    public void What_is_no_time_within_a_hundred_years_is_refused(double seconds) =>
        Assert.That(() => SimTime.FromSeconds(seconds), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_time_span_is_taken_exactly() =>
        Assert.That(SimTime.From(TimeSpan.FromTicks(3)).Nanoseconds, Is.EqualTo(300));

    [Test]
    public void Overflow_throws() =>
        Assert.That(() => new SimTime(long.MaxValue) + new SimTime(1), Throws.InstanceOf<OverflowException>());

    [TestCase(12_500_000_000, "12.5 s")]
    [TestCase(1, "0.000000001 s")]
    [TestCase(0, "0 s")]
    public void It_prints_seconds(long nanoseconds, string text) =>
        Assert.That(new SimTime(nanoseconds).ToString(), Is.EqualTo(text));

    [Test]
    public void Comparisons_agree_with_the_counts() =>
        Gen.Select(Gen.Long, Gen.Long)
            .Sample(
                (a, b) =>
                    (new SimTime(a) < new SimTime(b)) == (a < b)
                    && (new SimTime(a) >= new SimTime(b)) == (a >= b)
                    && SimTime.Min(new SimTime(a), new SimTime(b)).Nanoseconds == Math.Min(a, b)
                    && SimTime.Max(new SimTime(a), new SimTime(b)).Nanoseconds == Math.Max(a, b)
            );
}
