using Simulator.Analysis.Calibrations;

namespace Simulator.Analysis.Tests.Calibrations;

/// <summary>Roots of monotone functions of known root.</summary>
public sealed class MonotoneRootTests
{
    [TestCase(0.5)]
    [TestCase(-3.25)]
    [TestCase(7.9)]
    public void The_root_of_a_curve_is_found_whichever_way_it_runs(double root)
    {
        var rising = MonotoneRoot.Find(x => Math.Exp(x) - Math.Exp(root), 0);
        var falling = MonotoneRoot.Find(x => Math.Exp(-x) - Math.Exp(-root), 0);

        Assert.That(rising, Is.EqualTo(root).Within(1e-6));
        // e^(-x) is level far out: |f| below 1e-7 leaves x uncertain by 1e-7 e^x
        Assert.That(falling, Is.EqualTo(root).Within(1e-7 * Math.Exp(root) + 1e-6));
    }

    [Test]
    public void A_jump_over_zero_is_found_where_it_is() =>
        Assert.That(MonotoneRoot.Find(x => x < 1.2345 ? -1 : 2, 0), Is.EqualTo(1.2345).Within(1e-7));

    [Test]
    public void A_start_at_the_root_is_the_answer() => Assert.That(MonotoneRoot.Find(x => x - 2, 2), Is.EqualTo(2));

    [Test]
    public void There_is_none_where_the_sign_never_changes() => Assert.That(MonotoneRoot.Find(_ => 1, 0), Is.Null);
}
