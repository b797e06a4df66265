namespace Simulator.Analysis.ScalingLaws;

/// <summary>The law chosen for a curve T(N) beside its runner-up, or why there is none.</summary>
/// <param name="Chosen">The law; null where there are too few sizes.</param>
/// <param name="RunnerUp">The next best of another form; null where none could be fitted or the curve is constant.</param>
/// <param name="Candidates">All fitted laws, best AICc first.</param>
/// <param name="LargestNodes">The largest size fitted; null where there is no size at all.</param>
/// <param name="Remark">A sentence where the answer is special (too few sizes, a constant curve), else null.</param>
/// <remarks>Immutable.</remarks>
public sealed record ScalingFit(
    ScoredLaw? Chosen,
    ScoredLaw? RunnerUp,
    IReadOnlyList<ScoredLaw> Candidates,
    double? LargestNodes,
    string? Remark
)
{
    /// <summary>The fewest different sizes from which a law is chosen.</summary>
    public const int FewestSizes = 4;

    private const double RelativeFloor = 1e-9;
    private const double Indistinguishable = 0.5;

    /// <summary>
    /// Chooses the law of least AICc = n ln(RSS/n) + 2k + 2k(k+1)/(n−k−1); among those within 0.5 of it the one with
    /// the fewest numbers, and of these the one that predicts left-out sizes best.
    /// </summary>
    /// <param name="points">
    /// The curve, shape [sizes], any order; N &gt; 0, times finite in seconds; weighted by 1/se² where errors are given.
    /// </param>
    /// <returns>The choice with all candidates; a remark instead of a law below four different sizes.</returns>
    /// <exception cref="ArgumentException">A point that is not finite, N ≤ 0, or a negative standard error.</exception>
    /// <remarks>
    /// <para>
    /// The residual variance is floored at (1e-9 of the mean time)², so that exact curves have finite scores and the form
    /// with fewer numbers wins a tie; n−k−1 is floored at 1 for four and five sizes. Points are taken as independent: under
    /// common random numbers they are not, so an interval of a parameter has to resample whole replications.
    /// </para>
    /// <para>Costs n + 1 fits a form, some ten milliseconds for 20 sizes.</para>
    /// <para>Source: K. P. Burnham and D. R. Anderson, <i>Model Selection and Multimodel Inference</i>, 2nd ed., 2002, chapter 2.</para>
    /// </remarks>
    public static ScalingFit To(IReadOnlyList<CurvePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var curve = WeightedCurve.From(points);
        var sizes = curve.Nodes.Distinct().Count();
        double? largest = curve.Count > 0 ? curve.Nodes[^1] : null;
        if (sizes < FewestSizes)
        {
            return new ScalingFit(
                null,
                null,
                [],
                largest,
                $"Too few sizes for a law: {sizes}, at least {FewestSizes} are needed."
            );
        }

        var spread = curve.Seconds.Max() - curve.Seconds.Min();
        if (spread <= RelativeFloor * Math.Abs(curve.Seconds.Max()))
        {
            var constant = Score(GrowthForm.Constant, curve)!;
            return new ScalingFit(constant, null, [constant], largest, "The curve is constant on the tested range.");
        }

        var candidates = Enum.GetValues<GrowthForm>()
            .Where(form => sizes >= GrowthTerms.Parameters(form) + 2)
            .Select(form => Score(form, curve))
            .OfType<ScoredLaw>()
            .OrderBy(candidate => candidate.Aicc)
            .ThenBy(candidate => candidate.Parameters)
            .ToList();
        var chosen = candidates
            .Where(candidate => candidate.Aicc <= candidates[0].Aicc + Indistinguishable)
            .OrderBy(candidate => candidate.Parameters)
            .ThenBy(candidate => candidate.LeaveOneOutSeconds ?? double.MaxValue)
            .ThenBy(candidate => candidate.Aicc)
            .First();
        return new ScalingFit(chosen, candidates.Find(other => other != chosen), candidates, largest, Remark: null);
    }

    /// <summary>The chosen law's prediction, flagged beyond twice the largest fitted size.</summary>
    /// <param name="nodes">N ≥ 1.</param>
    /// <returns>The prediction; null where no law was chosen.</returns>
    public Extrapolation? At(double nodes) =>
        Chosen is null ? null : new Extrapolation(nodes, Chosen.Law.SecondsAt(nodes), nodes > 2 * LargestNodes);

    /// <summary>Akaike weight w = e^(−Δ/2) / Σ e^(−Δᵢ/2), Δᵢ = AICcᵢ − min AICc, over the candidates.</summary>
    /// <param name="law">One of the candidates.</param>
    /// <returns>How much of the evidence speaks for it among the laws that were tried, in [0, 1]; they add up to 1.</returns>
    /// <remarks>Source: Burnham and Anderson, as above, section 2.9.</remarks>
    public double WeightOf(ScoredLaw law)
    {
        ArgumentNullException.ThrowIfNull(law);
        var least = Candidates.Min(candidate => candidate.Aicc);
        return Math.Exp((least - law.Aicc) / 2) / Candidates.Sum(other => Math.Exp((least - other.Aicc) / 2));
    }

    private static ScoredLaw? Score(GrowthForm form, WeightedCurve curve)
    {
        if (FormFit.Best(form, curve) is not { } fit)
        {
            return null;
        }

        var n = curve.Count;
        var scale = curve.Seconds.Average(Math.Abs);
        var floor = RelativeFloor * RelativeFloor * scale * scale;
        var k = GrowthTerms.Parameters(form) + 1.0;
        var variance = Math.Max(fit.Squares / n, Math.Max(floor, double.Epsilon));
        var aicc = (n * Math.Log(variance)) + (2 * k) + (2 * k * (k + 1) / Math.Max(1, n - k - 1));
        return new ScoredLaw(fit.Law, GrowthTerms.Parameters(form), aicc, LeaveOneOut(form, curve, floor));
    }

    private static double? LeaveOneOut(GrowthForm form, WeightedCurve curve, double floor)
    {
        var sum = 0.0;
        for (var index = 0; index < curve.Count; index++)
        {
            if (FormFit.Best(form, curve.Without(index)) is not { } fit)
            {
                return null;
            }

            var miss = curve.Seconds[index] - fit.Law.SecondsAt(curve.Nodes[index]);
            sum += curve.Weights[index] * miss * miss;
        }

        return Math.Sqrt(Math.Max(sum / curve.Count, floor));
    }
}
