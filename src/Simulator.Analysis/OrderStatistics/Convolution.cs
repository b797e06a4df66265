using MathNet.Numerics.Integration;

namespace Simulator.Analysis.OrderStatistics;

/// <summary>The law of a sum: P(X + Y > t) = P(X > t − y₀) + Σ m_a S_Y(t − a) + ∫ f_X(x) S_Y(t − x) dx, y₀ the least Y.</summary>
/// <remarks>
/// Every term is positive, so the error stays relative in the upper tail, where the maximum of many nodes lives; a
/// Fourier transform would leave an absolute error of 1e-16 there.
/// </remarks>
internal static class Convolution
{
    private const int MostKinks = 200;

    private static readonly GaussLegendreRule Rule = new(-1, 1, 12);

    public static Law Of(IReadOnlyList<Law> terms)
    {
        if (terms.Count == 0)
        {
            throw new ArgumentException("A sum needs at least one term.", nameof(terms));
        }

        var offset = terms.Where(IsConstant).Sum(term => term.Lower);
        var discrete = terms.Where(term => term.IsDiscrete && !IsConstant(term)).ToList();
        var continuous = terms.Where(term => !term.IsDiscrete).ToList();
        if (discrete.Count > 0)
        {
            continuous.Add(discrete.Aggregate(DiscreteLaw.Sum));
        }

        if (continuous.Count == 0)
        {
            return Law.Constant(offset);
        }

        var sum = continuous[0];
        for (var index = 1; index < continuous.Count; index++)
        {
            sum = OfTwo(sum, continuous[index]);
        }

        return offset == 0 ? sum : sum.Plus(offset);
    }

    private static bool IsConstant(Law law) => law.Atoms.Count == 1 && law.IsDiscrete;

    private static Law OfTwo(Law first, Law second)
    {
        var x = PanelSurvival.Fit(first);
        var y = ReferenceEquals(first, second) ? x : PanelSurvival.Fit(second);
        var exact = new Law
        {
            Survival = t => TailOfSum(x, y, t),
            Lower = first.Lower + second.Lower,
            Upper = first.Upper + second.Upper,
            Atoms =
            [
                .. first.Atoms.SelectMany(a => second.Atoms.Select(b => new Atom(a.Value + b.Value, a.Mass * b.Mass))),
            ],
            Kinks = Kinks(first, second),
        };
        var fitted = PanelSurvival.Fit(exact);
        return new Law
        {
            Survival = fitted.At,
            Lower = exact.Lower,
            Upper = exact.Upper,
            Atoms = exact.Atoms,
            Kinks = exact.Kinks,
        };
    }

    private static double[] Kinks(Law first, Law second)
    {
        var sums = Corners(first)
            .SelectMany(a => Corners(second).Select(b => a + b))
            .Where(kink => kink > first.Lower + second.Lower && kink < first.Upper + second.Upper)
            .Distinct()
            .Order()
            .ToArray();
        return sums.Length <= MostKinks ? sums : [];
    }

    private static IEnumerable<double> Corners(Law law) =>
        law
            .Kinks.Concat(law.Atoms.Select(atom => atom.Value))
            .Append(law.Lower)
            .Append(law.Upper)
            .Where(double.IsFinite)
            .Distinct();

    private static double TailOfSum(PanelSurvival x, PanelSurvival y, double t)
    {
        var lastX = t - y.Law.Lower;
        var sum = x.At(lastX);
        foreach (var atom in x.Law.Atoms)
        {
            if (atom.Value <= lastX)
            {
                sum += atom.Mass * y.At(t - atom.Value);
            }
        }

        // walk the edges of x upwards and those of y downwards together: between two stops all is a product of polynomials
        int edgeX = 0,
            edgeY = y.Edges.Count - 1;
        var from = x.Edges[0];
        while (edgeY >= 0 && t - y.Edges[edgeY] <= from)
        {
            edgeY--;
        }

        while (edgeX < x.Edges.Count - 1 && from < lastX)
        {
            var stopX = x.Edges[edgeX + 1];
            var stopY = edgeY >= 0 ? t - y.Edges[edgeY] : double.PositiveInfinity;
            var to = Math.Min(Math.Min(stopX, stopY), lastX);
            sum += Between(x, y, t, (edgeX, from, to), sum);
            edgeX += stopX <= to ? 1 : 0;
            edgeY -= stopY <= to ? 1 : 0;
            from = to;
        }

        return Math.Min(sum, 1);
    }

    private static double Between(
        PanelSurvival x,
        PanelSurvival y,
        double t,
        (int Panel, double From, double To) range,
        double soFar
    )
    {
        var (panel, from, to) = range;
        var half = (to - from) / 2;
        var middle = from + half;
        var most = (x.At(from) - (to >= x.Edges[panel + 1] ? x.At(to) : 0)) * y.At(t - to);
        if (half <= 0 || most <= 1e-15 * soFar)
        {
            return 0;
        }

        var sum = 0.0;
        for (var index = 0; index < Rule.Order; index++)
        {
            var at = middle + (half * Rule.GetAbscissa(index));
            sum += Rule.GetWeight(index) * x.Density(panel, at) * y.At(t - at);
        }

        return sum * half;
    }
}
