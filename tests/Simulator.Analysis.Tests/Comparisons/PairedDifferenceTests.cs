using Simulator.Analysis.Comparisons;

namespace Simulator.Analysis.Tests.Comparisons;

/// <summary>Paired differences against Student's t with two degrees of freedom, which has a closed form.</summary>
public sealed class PairedDifferenceTests
{
    [Test]
    public void Differences_of_1_2_3_have_the_interval_and_p_value_of_the_closed_form()
    {
        var paired = PairedDifference.FromReplications([11, 22, 33], [10, 20, 30]);

        // with 2 degrees P(|t| > q) = 1 - q / sqrt(2 + q^2): t = 2 sqrt(3) gives p, and 5 % is left outside q = 0.95 sqrt(2 / (1 - 0.95^2))
        Assert.That(paired.Difference.Mean, Is.EqualTo(2));
        Assert.That(
            paired.Difference.HalfWidth,
            Is.EqualTo(0.95 * Math.Sqrt(2 / (1 - (0.95 * 0.95)) / 3)).Within(1e-12)
        );
        Assert.That(paired.PValue, Is.EqualTo(1 - Math.Sqrt(12.0 / 14)).Within(1e-12));
    }

    [Test]
    public void What_moves_both_cancels()
    {
        var paired = PairedDifference.FromReplications([101, 501, 1], [100, 500, 0]);

        Assert.That((paired.Difference.Mean, paired.Difference.HalfWidth, paired.PValue), Is.EqualTo((1.0, 0.0, 0.0)));
    }

    [Test]
    public void Equal_samples_do_not_differ() =>
        Assert.That(PairedDifference.FromReplications([1, 2, 5], [1, 2, 5]).PValue, Is.EqualTo(1));

    [Test]
    public void One_pair_cannot_tell() => Assert.That(PairedDifference.FromReplications([1], [2]).PValue, Is.Null);

    [Test]
    public void Samples_that_make_no_pairs_are_refused() =>
        Assert.Throws<ArgumentException>(() => PairedDifference.FromReplications([1, 2], [1]));
}
