using System.Numerics;
using CsCheck;
using Simulator.Kernel.Observation;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>Moments and quantiles of durations that are not kept.</summary>
public sealed class DurationTallyTests
{
    private static readonly double[] Shares = [0, 0.01, 0.25, 0.5, 0.9, 0.99, 1];

    /// <summary>From nanoseconds to a century, all powers of two alike.</summary>
    private static readonly Gen<long> Duration = Gen.Select(Gen.Long[0, SimTime.Horizon.Nanoseconds], Gen.Int[0, 61])
        .Select((duration, shift) => duration >> shift);

    private static readonly Gen<long[]> Durations = Duration.Array[0, 40];

    [Test]
    public void Moments_are_those_of_the_textbook()
    {
        // mean 5, squared deviations 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, variance 32 / 7, all in seconds
        var tally = Of([.. new long[] { 2, 4, 4, 4, 5, 5, 7, 9 }.Select(one => one * SimTime.NanosecondsPerSecond)]);

        Assert.That((tally.Count, tally.Mean), Is.EqualTo((8L, 5.0)));
        Assert.That(tally.Variance, Is.EqualTo(32.0 / 7).Within(1e-15));
        Assert.That(tally.StandardDeviation, Is.EqualTo(Math.Sqrt(32.0 / 7)).Within(1e-15));
        Assert.That((tally.Minimum, tally.Maximum), Is.EqualTo((SimTime.FromSeconds(2), SimTime.FromSeconds(9))));
    }

    [Test]
    public void Squares_of_a_century_do_not_overflow()
    {
        var century = SimTime.Horizon.Nanoseconds;
        var tally = Of([.. Enumerable.Range(0, 100).Select(index => index % 2 == 0 ? century : 0)]);

        // half at 0 and half at h: h² n / (4 (n − 1)), in square seconds
        var expected = SimTime.Horizon.Seconds * SimTime.Horizon.Seconds * 25 / 99;
        Assert.That(tally.Variance, Is.EqualTo(expected).Within(1e-15 * expected));
    }

    [Test]
    public void Without_durations_nothing_is_known()
    {
        var tally = new DurationTally();

        Assert.That((tally.Mean, tally.Variance), Is.EqualTo((double.NaN, double.NaN)));
        Assert.That(
            (tally.Minimum, tally.Maximum, tally.Quantile(0.5)),
            Is.EqualTo(((SimTime?)null, (SimTime?)null, (SimTime?)null))
        );
        Assert.That(() => tally.Add(new SimTime(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void A_quantile_outside_0_to_1_is_refused(double p) =>
        Assert.That(() => Of([1]).Quantile(p), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test] // 127, 128, 129 and 255, 256 stand at the borders of bins of width 1, 2 and 4
    public void Bins_are_single_nanoseconds_below_128_and_a_64th_beyond()
    {
        var tally = Of([127, 128, 129, 130, 255, 256, 259, 260]);

        var quantiles = Enumerable.Range(1, 8).Select(rank => tally.Quantile(rank / 8.0)!.Value.Nanoseconds);
        Assert.That(quantiles, Is.EqualTo([127, 129, 129, 131, 255, 259, 259, 260]));
    }

    [Test] // property: against the sorted sample
    public void A_quantile_is_never_too_small_and_less_than_a_64th_too_large() =>
        Durations.Sample(durations =>
        {
            var (tally, sorted) = (Of(durations), durations.Order().ToArray());
            return durations.Length == 0
                || Shares.All(p =>
                {
                    var exact = sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * p) - 1)];
                    var got = tally.Quantile(p)!.Value.Nanoseconds;
                    return got >= exact && (exact < 128 ? got == exact : (Int128)(got - exact) * 64 < exact);
                });
        });

    [Test] // property: against rational arithmetic
    public void The_variance_is_rounded_once() =>
        Durations.Sample(durations =>
        {
            if (durations.Length < 2)
            {
                return double.IsNaN(Of(durations).Variance);
            }

            BigInteger n = durations.Length;
            var sum = durations.Aggregate(BigInteger.Zero, (sum, one) => sum + one);
            var squares = durations.Aggregate(BigInteger.Zero, (sum, one) => sum + (BigInteger.One * one * one));
            var exact = (double)((n * squares) - (sum * sum)) / (double)(n * (n - 1)) / 1e18;
            return Math.Abs(Of(durations).Variance - exact) <= 1e-15 * exact;
        });

    [Test] // property: exact, so in any grouping and any order
    public void Parts_merged_in_any_way_are_the_whole() =>
        Gen.Select(Durations, Durations, Durations)
            .Sample(
                (a, b, c) =>
                {
                    var whole = Content(Of([.. a, .. b, .. c]));
                    return Content(Merged(Merged(Of(a), Of(b)), Of(c))).SequenceEqual(whole)
                        && Content(Merged(Of(c), Merged(Of(b), Of(a)))).SequenceEqual(whole);
                }
            );

    private static DurationTally Of(long[] durations)
    {
        var tally = new DurationTally();
        foreach (var duration in durations)
        {
            tally.Add(new SimTime(duration));
        }

        return tally;
    }

    private static DurationTally Merged(DurationTally into, DurationTally other)
    {
        into.Merge(other);
        return into;
    }

    private static IEnumerable<object?> Content(DurationTally tally) =>
        [
            tally.Count,
            tally.Sum,
            tally.Variance,
            tally.Minimum,
            tally.Maximum,
            .. Shares.Select(p => (object?)tally.Quantile(p)),
        ];
}
