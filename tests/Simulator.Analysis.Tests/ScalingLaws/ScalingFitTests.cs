using Simulator.Analysis.ScalingLaws;
using Simulator.Analysis.Tests.Estimates;

namespace Simulator.Analysis.Tests.ScalingLaws;

/// <summary>Which law is chosen, and what is said where none can be.</summary>
public sealed class ScalingFitTests
{
    private static readonly double[] Sizes = [1, 3, 10, 30, 100, 300, 1000, 3000, 10000];

    private static readonly TestCaseData[] Shapes =
    [
        Shape(GrowthForm.Logarithmic, GrowthClass.Logarithmic, n => 40 + (7 * Math.Log(n))),
        Shape(GrowthForm.SquareRoot, GrowthClass.SubLinear, n => 40 + (7 * Math.Sqrt(n))),
        Shape(GrowthForm.Power, GrowthClass.SuperLinear, n => 40 + (0.1 * Math.Pow(n, 1.3))),
        Shape(GrowthForm.Linear, GrowthClass.Linear, n => 40 + (0.2 * n)),
        Shape(GrowthForm.Linear, GrowthClass.Linear, n => 3 * n),
        Shape(GrowthForm.LinearLogarithmic, GrowthClass.SuperLinear, n => 40 + (0.2 * n * Math.Log(n))),
        Shape(GrowthForm.Staircase, GrowthClass.Linear, n => 20 + (90 * Math.Ceiling(n / 25))),
        Shape(GrowthForm.Hinge, GrowthClass.Linear, n => 60 + (0.5 * Math.Max(0, n - 170))),
        Shape(
            GrowthForm.UniversalScalability,
            GrowthClass.SuperLinear,
            n => 9 + (0.1 * (n - 1)) + (1e-4 * n * (n - 1))
        ),
    ];

    [TestCaseSource(nameof(Shapes))]
    public void Exact_curve_is_recognised(GrowthForm form, GrowthClass growth, Func<double, double> law)
    {
        var fit = ScalingFit.To(Curve(law));

        Assert.That((fit.Chosen!.Law.Form, fit.Chosen.Law.Class), Is.EqualTo((form, growth)), fit.Chosen.Law.Formula);
        Assert.That(fit.RunnerUp, Is.Not.Null);
        Assert.That(fit.At(5000)!.Value.Seconds, Is.EqualTo(law(5000)).Within(1e-4 * law(5000)));
    }

    [Test]
    public void Akaike_weights_add_up_and_fall_with_the_score()
    {
        var fit = ScalingFit.To(Curve(n => 40 + (7 * Math.Sqrt(n)) + Math.Sin(n)));

        var weights = fit.Candidates.Select(fit.WeightOf).ToList();
        Assert.That(weights.Sum(), Is.EqualTo(1).Within(1e-12));
        Assert.That(weights, Is.Ordered.Descending);
        var (first, second) = (fit.Candidates[0], fit.Candidates[1]);
        Assert.That(Math.Log(weights[0] / weights[1]), Is.EqualTo((second.Aicc - first.Aicc) / 2).Within(1e-9));
    }

    [TestCaseSource(nameof(Shapes))]
    public void Formula_and_leading_term_name_no_missing_number(
        GrowthForm form,
        GrowthClass growth,
        Func<double, double> law
    )
    {
        var chosen = ScalingFit.To(Curve(law)).Chosen!.Law;

        Assert.That(chosen.Formula + chosen.LeadingTerm, Does.Not.Contain("NaN"));
        Assert.That((chosen.Form, chosen.Class), Is.EqualTo((form, growth)));
    }

    [Test]
    public void Formula_is_written_in_words_and_numbers()
    {
        var law = new ScalingLaw(GrowthForm.Power, 30, 2, 0, 0.75);

        Assert.That(law.Formula, Is.EqualTo("a + b N^c with a = 30 s, b = 2 s, c = 0.75"));
        Assert.That(law.LeadingTerm, Is.EqualTo("2 N^0.75"));
    }

    [Test]
    public void Constant_curve_says_so()
    {
        var fit = ScalingFit.To(Curve(_ => 90));

        Assert.That(fit.Chosen!.Law, Is.EqualTo(new ScalingLaw(GrowthForm.Constant, 90, 0, 0, null)));
        Assert.That((fit.Chosen.Law.Class, fit.RunnerUp), Is.EqualTo((GrowthClass.Bounded, (ScoredLaw?)null)));
        Assert.That(fit.Remark, Does.Contain("constant"));
        Assert.That(double.IsFinite(fit.Chosen.Aicc), Is.True);
    }

    [Test]
    public void Three_sizes_give_a_remark_and_no_law()
    {
        var fit = ScalingFit.To([new(1, 10), new(10, 20), new(100, 30), new(100, 31)]);

        Assert.That((fit.Chosen, fit.At(5)), Is.EqualTo(((ScoredLaw?)null, (Extrapolation?)null)));
        Assert.That(fit.Remark, Does.Contain("Too few sizes"));
        Assert.That(ScalingFit.To([]).Remark, Does.Contain("Too few sizes"));
    }

    [Test]
    public void Four_sizes_are_enough_for_a_law_of_two_numbers()
    {
        var fit = ScalingFit.To([new(1, 10), new(10, 19), new(100, 109), new(1000, 1009)]);

        Assert.That(fit.Chosen!.Law.Form, Is.EqualTo(GrowthForm.Linear));
        Assert.That(fit.Candidates.All(candidate => double.IsFinite(candidate.Aicc)), Is.True);
    }

    [Test]
    public void Falling_curve_never_gets_a_negative_coefficient()
    {
        var fit = ScalingFit.To(Curve(n => 100 - (5 * Math.Log(n))));

        Assert.That(fit.Candidates.All(c => c.Law.Constant >= 0 && c.Law.Slope >= 0 && c.Law.Curvature >= 0), Is.True);
        Assert.That(fit.Chosen!.Law.Class, Is.EqualTo(GrowthClass.Bounded));
    }

    [Test]
    public void Extrapolation_is_flagged_beyond_twice_the_largest_size()
    {
        var fit = ScalingFit.To(Curve(n => 40 + (0.2 * n)));

        Assert.That(fit.At(20000)!.Value.IsFar, Is.False);
        Assert.That(fit.At(20001)!.Value.IsFar, Is.True);
    }

    [Test]
    public void Precise_cells_outweigh_vague_ones()
    {
        CurvePoint[] curve = [.. Sizes.Select(n => new CurvePoint(n, 40 + (0.2 * n), 0.01 + (0.0001 * n)))];
        curve[^1] = curve[^1] with { Seconds = 9000, StandardError = 5000 };

        Assert.That(ScalingFit.To(curve).Chosen!.Law.Form, Is.EqualTo(GrowthForm.Linear));
    }

    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    [TestCase(4UL)]
    public void Noise_of_a_percent_does_not_hide_logarithmic_growth(ulong seed)
    {
        var uniforms = new KeyedUniforms(seed);
        CurvePoint[] curve =
        [
            .. Sizes
                .Select(n => (40 + (25 * Math.Log(n))) * (1 + (0.01 * uniforms.NextNormal())))
                .Zip(Sizes, (seconds, n) => new CurvePoint(n, seconds, 0.01 * seconds)),
        ];

        Assert.That(
            ScalingFit.To(curve).Chosen!.Law.Class,
            Is.EqualTo(GrowthClass.Logarithmic).Or.EqualTo(GrowthClass.SubLinear)
        );
        Assert.That(ScalingFit.To(curve).Candidates.Take(3).Any(c => c.Law.Form == GrowthForm.Logarithmic), Is.True);
    }

    [Test]
    public void Local_exponent_of_a_power_is_its_exponent()
    {
        var exponent = LocalExponent.At(Curve(n => 2 * Math.Pow(n, 0.75)), 20)!;

        Assert.That(exponent.Value, Is.EqualTo(0.75).Within(1e-12));
        Assert.That((exponent.FromNodes, exponent.ToNodes), Is.EqualTo((10.0, 100.0)));
    }

    [Test]
    public void Local_exponent_stops_where_the_double_is_not_tested()
    {
        Assert.That(LocalExponent.Along(Curve(n => n)).Select(e => e.Nodes), Is.EqualTo(Sizes[..^1]));
        Assert.That(LocalExponent.At(Curve(n => n), 0.5), Is.Null);
        Assert.That(LocalExponent.At(Curve(n => n), 6000), Is.Null);
        Assert.That(LocalExponent.At([new(1, 0), new(2, 0)], 1), Is.Null);
    }

    [Test]
    public void Curve_is_classed_piece_by_piece_between_thresholds()
    {
        double[] sizes = [1, 2, 5, 10, 50, 100, 200, 400, 800, 1600, 3200];
        CurvePoint[] curve = [.. sizes.Select(n => new CurvePoint(n, 60 + (0.5 * Math.Max(0, n - 100))))];

        var parts = GrowthSegment.Between(curve, [100]);

        Assert.That(parts.Select(part => part.Class), Is.EqualTo([GrowthClass.Bounded, GrowthClass.Linear]));
        Assert.That((parts[0].ToNodes, parts[1].FromNodes), Is.EqualTo((100.0, 200.0)));
    }

    [Test]
    public void Piece_with_too_few_sizes_has_an_exponent_but_no_class()
    {
        var parts = GrowthSegment.Between([new(1, 10), new(10, 10), new(20, 20), new(40, 40), new(1000, 7)], [15, 500]);

        Assert.That(parts.Select(part => part.Class), Is.All.Null);
        Assert.That(parts.Select(part => part.Sizes), Is.EqualTo([2, 2, 1]));
        Assert.That(parts.Select(part => part.Exponent?.Value), Is.EqualTo(new double?[] { 0, 1, null }).Within(1e-12));
    }

    [Test]
    public void Linear_piece_keeps_its_class_whatever_its_local_exponent()
    {
        double[] sizes = [100, 200, 400, 800, 1600];

        var part = GrowthSegment.Between([.. sizes.Select(n => new CurvePoint(n, 1000 + n))], []).Single();

        // ln(2600/1800) / ln 2 = 0.53 from 800 to 1600, although T = a + b N
        Assert.That(part.Class, Is.EqualTo(GrowthClass.Linear));
        Assert.That(part.Exponent!.Value, Is.EqualTo(Math.Log2(2600.0 / 1800)).Within(1e-12));
        Assert.That((part.Exponent.FromNodes, part.Exponent.ToNodes), Is.EqualTo((800.0, 1600.0)));
    }

    [Test]
    public void Constrained_universal_law_has_no_negative_contention()
    {
        double[] n = [1, 2, 4, 8, 16];
        double[] x = [10, 20.5, 41.5, 83, 166];

        var (free, constrained) = (UniversalScalability.Fit(n, x, false)!, UniversalScalability.Fit(n, x)!);

        Assert.That(free.Contention, Is.LessThan(0));
        Assert.That(constrained.Contention, Is.GreaterThanOrEqualTo(0));
        Assert.That(new UniversalScalability(10, 0.1, 0).PeakConcurrency, Is.Null);
    }

    private static TestCaseData Shape(GrowthForm form, GrowthClass growth, Func<double, double> law) =>
        new TestCaseData(form, growth, law).SetArgDisplayNames($"{form} at 100: {law(100):G4}");

    private static CurvePoint[] Curve(Func<double, double> law) => [.. Sizes.Select(n => new CurvePoint(n, law(n)))];

    [Test] // 1 / 1² and 1 / 2², scaled to a mean of 1
    public void A_point_weighs_by_its_variance()
    {
        var curve = WeightedCurve.From([new(1, 10, 1), new(2, 20, 2)]);

        Assert.That(curve.Weights, Is.EqualTo([1.6, 0.4]).Within(1e-15));
    }

    [Test] // 3 − x/2 has no part in x that is not negative: the best constant is the mean
    public void Least_squares_allow_no_negative_coefficient_however_small()
    {
        var fit = NonNegativeLeastSquares
            .Solve(
                [
                    [1, 0],
                    [1, 1],
                    [1, 2],
                ],
                [3, 2.5, 2],
                [1, 1, 1]
            )!
            .Value;

        Assert.That(fit.Coefficients, Is.EqualTo([2.5, 0.0]).Within(1e-15));
        Assert.That(fit.Squares, Is.EqualTo(0.5).Within(1e-15));
    }
}
