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
    private const int ManyAtoms = 64;

    /// <summary>A sum with a sample is a crowd of small steps or bumps: this many panels smooth what lies below them.</summary>
    private const int PanelsForManyAtoms = 500;
    private const int PanelsForFew = 1500;

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

        var sum = continuous
            .GroupBy(term => term, ReferenceEqualityComparer.Instance)
            .Select(same => Times((Law)same.Key!, same.Count()))
            .Aggregate(OfTwo);
        return offset == 0 ? sum : sum.Plus(offset);
    }

    private static bool IsConstant(Law law) => law.Atoms.Count == 1 && law.IsDiscrete;

    /// <summary>The law of n equal terms, by doubling.</summary>
    private static Law Times(Law term, int count)
    {
        if (count == 1)
        {
            return term;
        }

        var half = Times(term, count / 2);
        var even = OfTwo(half, half);
        return count % 2 == 0 ? even : OfTwo(even, term);
    }

    private static Law OfTwo(Law first, Law second)
    {
        if (second.IsDiscrete)
        {
            (first, second) = (second, first);
        }

        if (first.IsDiscrete)
        {
            first = DiscreteLaw.Thinned(first);
        }

        var y = PanelSurvival.Fit(second);
        var x = ReferenceEquals(first, second) || first.IsDiscrete ? y : PanelSurvival.Fit(first);
        var exact = new Law
        {
            Survival = first.IsDiscrete ? t => Mixture(first.Atoms, y, t) : t => TailOfSum(x, y, t),
            Lower = first.Lower + second.Lower,
            Upper = first.Upper + second.Upper,
            Atoms =
            [
                .. first
                    .Atoms.SelectMany(a => second.Atoms.Select(b => new Atom(a.Value + b.Value, a.Mass * b.Mass)))
                    .GroupBy(atom => atom.Value)
                    .Select(same => new Atom(same.Key, same.Sum(atom => atom.Mass)))
                    .OrderBy(atom => atom.Value),
            ],
            Kinks = Kinks(first, second),
        };
        var fitted = PanelSurvival.Fit(exact, first.Atoms.Count > ManyAtoms ? PanelsForManyAtoms : PanelsForFew);
        // beyond the panels, where 1e-30 is left, a heavy tail is one big jump and a light one is nothing
        double OneBigJump(double t) => first.SurvivalAt(t) + second.SurvivalAt(t);
        var end = double.IsFinite(exact.Upper) ? exact.Upper : fitted.Edges[^1];
        var atEnd = double.IsFinite(exact.Upper) ? 0 : fitted.At(Math.BitDecrement(end));
        var jumpAtEnd = Math.Max(OneBigJump(end), double.Epsilon);
        return new Law
        {
            Survival = t => t < end ? fitted.At(t) : atEnd * Math.Min(1, OneBigJump(t) / jumpAtEnd),
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

    private static double Mixture(IReadOnlyList<Atom> atoms, PanelSurvival y, double t)
    {
        var sum = 0.0;
        foreach (var atom in atoms)
        {
            sum += atom.Mass * y.At(t - atom.Value);
        }

        return sum;
    }

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
