namespace Simulator.Analysis.OrderStatistics;

/// <summary>Mean and variance of a law by quadrature of its survival function.</summary>
internal static class LawMoments
{
    private const double RelativeTarget = 1e-11;
    private const double NegligibleShare = 1e-14;

    /// <summary>Tail shares at which the range is cut, so that each piece is smooth at its own scale.</summary>
    private static readonly double[] Cuts =
    [
        1 - 1e-12,
        1 - 1e-8,
        1 - 1e-4,
        0.99,
        0.9,
        0.5,
        0.1,
        1e-2,
        1e-4,
        1e-7,
        1e-10,
        1e-13,
    ];

    public static double? Mean(Law law)
    {
        if (law.IsDiscrete)
        {
            return law.Lower + law.Atoms.Sum(atom => atom.Mass * (atom.Value - law.Lower));
        }

        return TailExponent(law) <= 1 + 1e-9 ? null : law.Lower + Weighted(law, _ => 1);
    }

    /// <summary>E[(X−m)²] = 2∫(x−m) S dx above m + 2∫(m−x) F dx below m, every term positive.</summary>
    public static double? Variance(Law law)
    {
        if (law.IsDiscrete)
        {
            var center = Mean(law)!.Value;
            return law.Atoms.Sum(atom => atom.Mass * (atom.Value - center) * (atom.Value - center));
        }

        if (TailExponent(law) <= 2 + 1e-9 || Mean(law) is not { } mean)
        {
            return null;
        }

        var points = Points(law);
        var sum = 0.0;
        foreach (var (from, to) in Pieces([.. points, mean]))
        {
            sum +=
                from >= mean
                    ? Piece(x => 2 * (x - mean) * law.SurvivalAt(x), from, to, sum)
                    : Piece(x => 2 * (mean - x) * (1 - law.SurvivalAt(x)), from, to, sum);
        }

        return sum + Tail(law, points.Max(), x => 2 * (x - mean), sum);
    }

    private static double Weighted(Law law, Func<double, double> weight)
    {
        var points = Points(law);
        var sum = 0.0;
        foreach (var (from, to) in Pieces(points))
        {
            sum += Piece(x => weight(x) * law.SurvivalAt(x), from, to, sum);
        }

        return sum + Tail(law, points.Max(), weight, sum);
    }

    private static List<double> Points(Law law)
    {
        var points = new List<double> { law.Lower };
        points.AddRange(law.Kinks);
        points.AddRange(law.Atoms.Select(atom => atom.Value));
        foreach (var cut in Cuts)
        {
            if (law.UpperQuantile(cut) is { } point)
            {
                points.Add(point);
            }
        }

        if (double.IsFinite(law.Upper))
        {
            points.Add(law.Upper);
        }

        return points;
    }

    private static IEnumerable<(double From, double To)> Pieces(IEnumerable<double> points)
    {
        double? last = null;
        foreach (var point in points.Order())
        {
            if (last is { } from && point > from)
            {
                yield return (from, point);
            }

            last = point;
        }
    }

    /// <summary>One piece of a sum: what is negligible beside the sum so far need not be exact in itself.</summary>
    private static double Piece(Func<double, double> integrand, double from, double to, double soFar) =>
        AdaptiveQuadrature.Integrate(integrand, (from, to), RelativeTarget, NegligibleShare * soFar);

    /// <summary>∫ w S dx from the last cut to ∞ with x = b + c (eʸ − 1): doubling pieces of y reach any power tail.</summary>
    private static double Tail(Law law, double start, Func<double, double> weight, double body)
    {
        if (double.IsFinite(law.Upper))
        {
            return 0;
        }

        var scale = start > law.Lower ? start - law.Lower : 1;
        var sum = 0.0;
        double from = 0,
            step = 0.25;
        while (from < 640 && double.IsFinite(start + (scale * Math.Exp(from + step))))
        {
            var piece = Piece(
                y =>
                {
                    var x = start + (scale * (Math.Exp(y) - 1));
                    var survival = law.SurvivalAt(x);
                    return survival == 0 ? 0 : weight(x) * survival * scale * Math.Exp(y);
                },
                from,
                from + step,
                body + sum
            );
            sum += piece;
            from += step;
            step = Math.Min(step * 1.5, 16);
            if (piece <= 1e-17 * (body + sum))
            {
                break;
            }
        }

        return sum;
    }

    /// <summary>−d ln S / d ln x far out: the α of a power tail; +∞ where the tail is lighter than any power.</summary>
    private static double TailExponent(Law law)
    {
        const double near = 1e140,
            far = 1e150;
        if (double.IsFinite(law.Upper))
        {
            return double.PositiveInfinity;
        }

        double first = law.SurvivalAt(near),
            second = law.SurvivalAt(far);
        return second > 0 && first > 0 ? Math.Log(first / second) / Math.Log(far / near) : double.PositiveInfinity;
    }
}
