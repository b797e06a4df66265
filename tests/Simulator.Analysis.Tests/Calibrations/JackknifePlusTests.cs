using Simulator.Analysis.Calibrations;
using Simulator.Analysis.Tests.Estimates;

namespace Simulator.Analysis.Tests.Calibrations;

/// <summary>The interval by hand.</summary>
public sealed class JackknifePlusTests
{
    [Test]
    public void The_interval_reaches_from_the_least_to_the_greatest_prediction_with_its_own_miss()
    {
        // 5 - 1, 6 - 4, 7 - 0.5 and 5 + 1, 6 + 4, 7 + 0.5; the sign of a miss does not matter
        var (low, high) = JackknifePlus.Interval([5, 6, 7], [1, -4, 0.5]);

        Assert.That((low, high), Is.EqualTo((2.0, 10.0)));
    }

    [Test]
    public void Two_points_are_too_few() =>
        Assert.That(
            () => JackknifePlus.Interval([5, 6], [1, 1]),
            Throws.ArgumentException.With.Message.Contains("at least 3")
        );

    [Test]
    public void Each_prediction_needs_its_miss() =>
        Assert.That(() => JackknifePlus.Interval([5, 6, 7], [1, 1]), Throws.ArgumentException);

    /// <summary>The mean of normal values, predicted without each: covers at least (n - 1)/(n + 1) = 9/11 of new ones.</summary>
    [Test]
    public void Nine_in_eleven_new_values_are_covered()
    {
        var normal = new KeyedUniforms(7);
        var inside = 0;
        const int trials = 4_000;
        for (var trial = 0; trial < trials; trial++)
        {
            var values = Enumerable.Range(0, 11).Select(_ => normal.NextNormal()).ToArray();
            var (known, next) = (values[..10], values[10]);
            var without = known.Select(value => (known.Sum() - value) / 9).ToArray();
            var (low, high) = JackknifePlus.Interval(without, [.. known.Zip(without, (value, mean) => value - mean)]);
            inside += low <= next && next <= high ? 1 : 0;
        }

        // 9/11 = 0.818; what normal values reach is more, and never all
        Assert.That(inside / (double)trials, Is.InRange(9.0 / 11, 0.99));
    }
}
