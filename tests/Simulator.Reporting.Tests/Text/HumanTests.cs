using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Text;

/// <summary>Numbers as people say them.</summary>
public sealed class HumanTests
{
    [TestCase(0, "0 s")]
    [TestCase(25e-9, "25 ns")]
    [TestCase(0.00085, "850 us")]
    [TestCase(0.85, "850 ms")]
    [TestCase(0.9999, "1 s")]
    [TestCase(1.5, "1.5 s")]
    [TestCase(45.2, "45.2 s")]
    [TestCase(59.94, "59.9 s")]
    [TestCase(59.96, "1 min")]
    [TestCase(695, "11 min 35 s")]
    [TestCase(3599.4, "59 min 59 s")]
    [TestCase(3599.6, "1 h")]
    [TestCase(4320, "1 h 12 min")]
    [TestCase(86369, "23 h 59 min")]
    [TestCase(86399, "24 h")]
    [TestCase(111600, "31 h")]
    [TestCase(172799, "2 d")]
    [TestCase(187200, "2 d 4 h")]
    [TestCase(2678400, "31 d")]
    [TestCase(31536000, "365 d")]
    [TestCase(157680000, "5.0 years")]
    [TestCase(-720, "-12 min")]
    [TestCase(double.NaN, "-")]
    public void Times_have_at_most_two_units(double seconds, string text) =>
        Assert.That(HumanTime.Of(seconds), Is.EqualTo(text));

    [TestCase(720, "+12 min")]
    [TestCase(-720, "-12 min")]
    [TestCase(0, "0 s")]
    public void Changes_carry_their_sign(double seconds, string text) =>
        Assert.That(HumanTime.Signed(seconds), Is.EqualTo(text));

    [TestCase(18_432, "18,432")]
    [TestCase(0, "0")]
    public void Counts_have_groups_of_three(long count, string text) =>
        Assert.That(HumanCount.Of(count), Is.EqualTo(text));

    [TestCase(0, "0")]
    [TestCase(0.0002, "< 0.1")]
    [TestCase(1.31, "1.3")]
    [TestCase(12_073.4, "12,073")]
    [TestCase(double.NaN, "-")]
    public void Mean_counts_are_never_0_for_what_is_not_0(double mean, string text) =>
        Assert.That(HumanCount.Of(mean), Is.EqualTo(text));

    [TestCase(100, "100")]
    [TestCase(10_000, "10k")]
    [TestCase(2_500_000, "2.5M")]
    public void Ticks_are_short(double count, string text) => Assert.That(HumanCount.Short(count), Is.EqualTo(text));

    [TestCase(0, "0 %")]
    [TestCase(0.0001, "< 0.1 %")]
    [TestCase(0.004, "0.4 %")]
    [TestCase(0.12, "12 %")]
    [TestCase(0.9996, "> 99.9 %")]
    [TestCase(1, "100 %")]
    public void Shares_are_per_cent(double share, string text) => Assert.That(HumanShare.Of(share), Is.EqualTo(text));

    [TestCase(0, "0 %")]
    [TestCase(0.12, "+12 %")]
    [TestCase(0.031, "+3.1 %")]
    [TestCase(-0.031, "-3.1 %")]
    [TestCase(0.994, "+99 %")]
    [TestCase(1, "x 2.0")]
    [TestCase(24.6, "x 25.6")]
    [TestCase(1234, "x 1,235")]
    public void Deviations_become_factors_from_a_doubling_on(double deviation, string text) =>
        Assert.That(HumanShare.Deviation(deviation), Is.EqualTo(text));
}
