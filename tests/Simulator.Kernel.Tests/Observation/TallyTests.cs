using CsCheck;
using Simulator.Kernel.Observation;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>Moments of values that are not kept.</summary>
public sealed class TallyTests
{
    [Test]
    public void Moments_are_those_of_the_textbook()
    {
        // mean 5, squared deviations 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, variance 32 / 7
        var tally = Of(2, 4, 4, 4, 5, 5, 7, 9);

        Assert.That(tally.Mean, Is.EqualTo(5));
        Assert.That(tally.Variance, Is.EqualTo(32.0 / 7).Within(1e-15));
        Assert.That((tally.Count, tally.Minimum, tally.Maximum), Is.EqualTo((8L, 2.0, 9.0)));
    }

    [Test]
    public void A_large_offset_costs_no_digits() =>
        Assert.That(Of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).Variance, Is.EqualTo(30));

    [Test]
    public void Without_values_nothing_is_known()
    {
        var tally = new Tally();

        Assert.That((tally.Mean, tally.Variance, tally.Minimum), Is.EqualTo((double.NaN, double.NaN, double.NaN)));
        Assert.That(() => tally.Add(double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test] // property: parts merged = whole
    public void Merging_is_adding_all() =>
        Gen.Select(Gen.Double[-1000, 1000].Array[0, 20], Gen.Double[-1000, 1000].Array[0, 20])
            .Sample(
                (left, right) =>
                {
                    var merged = Of(left);
                    merged.Merge(Of(right));
                    var whole = Of([.. left, .. right]);
                    return merged.Count == whole.Count
                        && IsSame(merged.Mean, whole.Mean, 1e-9)
                        && IsSame(merged.Variance, whole.Variance, 1e-5)
                        && IsSame(merged.Minimum, whole.Minimum, 0)
                        && IsSame(merged.Maximum, whole.Maximum, 0);
                }
            );

    private static bool IsSame(double a, double b, double tolerance) =>
        (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= tolerance;

    private static Tally Of(params double[] values)
    {
        var tally = new Tally();
        foreach (var value in values)
        {
            tally.Add(value);
        }

        return tally;
    }
}
