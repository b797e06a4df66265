using Simulator.Kernel.Random.Numerics;

namespace Simulator.Kernel.Random;

/// <summary>
/// X = min + (max − min) B with B ~ Beta(1 + λ (mode − min)/(max − min), 1 + λ (max − mode)/(max − min)).
/// </summary>
/// <remarks>
/// <para>
/// Quantiles of B: relative error below 1e-10, near 0 as near 1. The first quantile tabulates the logit of B against
/// the normal score, which takes milliseconds; a draw then costs a table look-up.
/// </para>
/// <para>Thread safety: immutable; the table depends on the shapes only, whichever thread makes it.</para>
/// <para>Source: D. G. Malcolm and others, Application of a technique for R&amp;D program evaluation, <i>Operations Research</i> 7, 1959 (λ = 4).</para>
/// </remarks>
public sealed record Pert : Distribution
{
    private const double LargestLambda = 1e6;
    private const double LogRootTwoPi = Elementary.HalfLogTwoPi;

    private readonly Lazy<QuantileTable> _table;
    private readonly double _width;
    private readonly double _inverseOdds;

    /// <summary>Makes the PERT law.</summary>
    /// <param name="minimum">Least value, finite.</param>
    /// <param name="mode">Most likely value, from the least to the greatest.</param>
    /// <param name="maximum">Greatest value, finite, above the least.</param>
    /// <param name="lambda">Weight of the mode, positive, at most 1e6; 4 is the custom.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public Pert(double minimum, double mode, double maximum, double lambda = 4)
    {
        Minimum = Require.Finite(minimum);
        Maximum = Require.Above(minimum, maximum);
        _width = Require.Finite(maximum - minimum);
        Mode = Require.Within(minimum, maximum, mode);
        Lambda = Require.Within(double.Epsilon, LargestLambda, lambda);
        ShapeBelow = 1 + (lambda * ((mode - minimum) / _width));
        ShapeAbove = 1 + (lambda * ((maximum - mode) / _width));
        _inverseOdds = ShapeAbove / ShapeBelow;
        _table = new Lazy<QuantileTable>(() => Tabulate(ShapeBelow, ShapeAbove));
    }

    /// <summary>The most likely value.</summary>
    public double Mode { get; }

    /// <summary>The weight λ of the mode.</summary>
    public double Lambda { get; }

    /// <summary>The first shape of the beta law.</summary>
    public double ShapeBelow { get; }

    /// <summary>The second shape of the beta law.</summary>
    public double ShapeAbove { get; }

    /// <inheritdoc/>
    public override double Minimum { get; }

    /// <inheritdoc/>
    public override double Maximum { get; }

    /// <inheritdoc/>
    public override double Mean => Minimum + (_width * (ShapeBelow / (ShapeBelow + ShapeAbove)));

    /// <inheritdoc/>
    public override double Variance
    {
        get
        {
            var sum = ShapeBelow + ShapeAbove;
            return _width * _width * (ShapeBelow / sum) * (ShapeAbove / sum) / (sum + 1);
        }
    }

    /// <inheritdoc/>
    public override double Quantile(double u) =>
        FromExponential(Elementary.Exp(-_table.Value.At(Elementary.NormalQuantile(u))));

    /// <inheritdoc/>
    public override void Quantiles(ReadOnlySpan<double> u, Span<double> x)
    {
        Elementary.NormalQuantile(u, x);
        var table = _table.Value;
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = -table.At(x[i]);
        }

        Elementary.Exp(x, x);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = FromExponential(x[i]);
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double x) =>
        x <= Minimum ? 0
        : x >= Maximum ? 1
        : Elementary.Exp(IncompleteBeta.LogLower(ShapeBelow, ShapeAbove, PointAt(x)));

    /// <inheritdoc/>
    public override double Survival(double x) =>
        x <= Minimum ? 1
        : x >= Maximum ? 0
        : Elementary.Exp(IncompleteBeta.LogLower(ShapeAbove, ShapeBelow, PointAt(x).Mirrored()));

    /// <inheritdoc/>
    public override Distribution Scaled(double factor) =>
        new Pert(Minimum * Require.Positive(factor), Mode * factor, Maximum * factor, Lambda);

    /// <summary>Equal parameters; the table follows from them.</summary>
    /// <param name="other">Another law.</param>
    /// <returns>Whether all four parameters agree.</returns>
    public bool Equals(Pert? other) =>
        other is not null
        && (Minimum, Mode, Maximum, Lambda).Equals((other.Minimum, other.Mode, other.Maximum, other.Lambda));

    /// <inheritdoc/>
    public override int GetHashCode() => (Minimum, Mode, Maximum, Lambda).GetHashCode();

    /// <summary>From e^−y, y = ln(odds of B / odds of its mean): each step is monotone when rounded.</summary>
    private double FromExponential(double exponential) => Minimum + (_width * (1 / (1 + (_inverseOdds * exponential))));

    private UnitPoint PointAt(double x)
    {
        var value = (x - Minimum) / _width;
        var rest = (Maximum - x) / _width;
        return new UnitPoint(value, rest, Elementary.Log(value), Elementary.Log(rest));
    }

    private static QuantileTable Tabulate(double a, double b)
    {
        var centre = Elementary.Log(a / b);
        return QuantileTable.Build((z, start) => Solve(a, b, z, start + centre, centre), 0);
    }

    /// <summary>Newton's method on ln I (below the median) or ln(1 − I) as a function of the logit.</summary>
    private static QuantilePoint Solve(double a, double b, double z, double logit, double centre)
    {
        const int Limit = 100;
        var target = Elementary.LogNormalSurvival(Math.Abs(z));
        UnitPoint point = default;
        double factor = 0;
        for (var iteration = 0; iteration < Limit; iteration++)
        {
            point = UnitPoint.FromLogit(logit);
            factor = IncompleteBeta.LogFactor(a, b, point);
            var logTail =
                z < 0 ? IncompleteBeta.LogLower(a, b, point) : IncompleteBeta.LogLower(b, a, point.Mirrored());
            var step = (logTail - target) * Elementary.Exp(logTail - factor);
            logit += Math.Clamp(z < 0 ? -step : step, -2, 2);
            if (Math.Abs(step) <= 1e-13 * Math.Max(1, Math.Abs(logit)))
            {
                break;
            }
        }

        var slope = Elementary.Exp((-0.5 * z * z) - LogRootTwoPi - factor);
        var bend = (a * point.Rest) - (b * point.Value);
        return new QuantilePoint(logit - centre, slope, slope * (-z - (slope * bend)));
    }
}
