using Simulator.Analysis.Breakpoints;
using Simulator.Analysis.Tests.Estimates;

namespace Simulator.Analysis.Tests.Breakpoints;

/// <summary>Where a curve breaks, and how sure that is.</summary>
public sealed class BreakpointTests
{
    private static readonly double[] Sizes = [10, 50, 100, 200, 300, 390, 420, 500, 700, 1000];

    [TestCase(150)]
    [TestCase(300)]
    [TestCase(405)]
    public void Break_of_an_exact_hinge_is_found(double knee)
    {
        var fit = Breakpoint.Fit(Sizes, [.. Sizes.Select(x => 45 + (0.1 * x) + (0.4 * Math.Max(0, x - knee)))])!;

        Assert.That(fit.Position, Is.EqualTo(knee).Within(1e-6));
        Assert.That((fit.SlopeBefore, fit.SlopeAfter), Is.EqualTo((0.1, 0.5)).Within(1e-9));
    }

    [Test]
    public void Straight_line_has_no_break()
    {
        Assert.That(Breakpoint.Fit([1, 2, 3, 4, 5], [5, 5, 5, 5, 5]), Is.Null);
        Assert.That(Breakpoint.Fit([1, 2, 3], [5, 5, 9]), Is.Null);
    }

    [Test]
    public void Order_of_the_points_does_not_matter()
    {
        var y = Sizes.Select(x => 45 + (0.4 * Math.Max(0, x - 250)) + (x % 3)).ToArray();

        Assert.That(Breakpoint.Fit([.. Sizes.Reverse()], [.. y.Reverse()]), Is.EqualTo(Breakpoint.Fit(Sizes, y)));
    }

    [Test]
    public void Bootstrap_interval_holds_the_break_and_repeats_itself()
    {
        var uniforms = new KeyedUniforms(5);
        var rows = Enumerable
            .Range(0, 40)
            .Select(_ =>
                (IReadOnlyList<double>)
                    [.. Sizes.Select(x => 45 + (0.4 * Math.Max(0, x - 250)) + (3 * uniforms.NextNormal()))]
            )
            .ToArray();

        var first = BreakpointInterval.Fit(Sizes, rows, Draw)!;
        var second = BreakpointInterval.Fit(Sizes, rows, Draw)!;

        Assert.That(first.Lower, Is.LessThanOrEqualTo(250));
        Assert.That(first.Upper, Is.GreaterThanOrEqualTo(250));
        // never closer than the sizes next to it, 200 and 300
        Assert.That(first.Upper - first.Lower, Is.InRange(100, 150));
        Assert.That(second, Is.EqualTo(first));

        static int Draw(int resample, int position) =>
            (int)(new KeyedUniforms((ulong)((resample * 1000) + position)).Next() * 40);
    }

    [TestCase(250, 200, 300)]
    [TestCase(300, 200, 390)]
    public void Replications_that_are_all_alike_leave_the_break_exact_to_the_grid(
        double knee,
        double below,
        double above
    )
    {
        double[] row = [.. Sizes.Select(x => 45 + (0.5 * Math.Max(0, x - knee)))];

        var fit = BreakpointInterval.Fit(Sizes, [row, row, row], (_, position) => position)!;

        Assert.That((fit.Lower, fit.Upper), Is.EqualTo((below, above)));
    }

    [Test]
    public void One_replication_gives_a_break_without_an_interval()
    {
        double[] row = [.. Sizes.Select(x => 45 + (0.4 * Math.Max(0, x - 250)))];

        var fit = BreakpointInterval.Fit(Sizes, [row], (_, _) => 0)!;

        Assert.That((fit.Lower, fit.Upper), Is.EqualTo(((double?)null, (double?)null)));
        Assert.That(fit.Break.Position, Is.EqualTo(250).Within(1e-9));
    }
}
