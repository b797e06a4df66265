namespace Simulator.Analysis.OrderStatistics;

/// <summary>
/// A survival function as Chebyshev polynomials on panels that refine towards kinks, singular ends and the tail, so that
/// its density is at hand and each value costs some nanoseconds.
/// </summary>
internal sealed class PanelSurvival
{
    private const double Vanishing = 1e-30;
    private const double Tolerance = 2e-11;

    /// <summary>Absolute error that nobody can see: a relative one would chase the noise of earlier fits in the far tail.</summary>
    private const double Invisible = 1e-28;
    private const double SteepestDrop = 1e-3;

    private readonly double[] _edges;
    private readonly ChebyshevPanel[] _panels;

    private PanelSurvival(Law law, List<ChebyshevPanel> panels)
    {
        Law = law;
        panels.Sort((first, second) => first.From.CompareTo(second.From));
        _panels = [.. panels];
        _edges = [.. panels.Select(panel => panel.From), panels[^1].To];
    }

    /// <summary>The law that was fitted.</summary>
    public Law Law { get; }

    /// <summary>Panel edges, ascending, shape [panels + 1]; the first is the lower end of the support.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>Fits a law panel by panel: relative error about 1e-11 of S down to 1e-17.</summary>
    public static PanelSurvival Fit(Law law, int mostPanels = 1500)
    {
        var panels = new List<ChebyshevPanel>();
        // a queue and not a stack: where the panels run out, all parts are equally fine, the tail included
        var open = new Queue<(double From, double To)>(FirstPanels(law));
        while (open.TryDequeue(out var range))
        {
            var start = law.SurvivalAt(range.From);
            var panel = ChebyshevPanel.Through(law.SurvivalAt, range.From, range.To);
            if (panels.Count + open.Count >= mostPanels || IsGoodEnough(panel, start))
            {
                panels.Add(panel);
                continue;
            }

            var middle = range.From + ((range.To - range.From) / 2);
            open.Enqueue((range.From, middle));
            open.Enqueue((middle, range.To));
        }

        return new PanelSurvival(law, panels);
    }

    /// <summary>P(X > x); beyond the last panel, where it is below 1e-30, as much as the law itself says.</summary>
    public double At(double x)
    {
        if (x < _edges[0])
        {
            return 1;
        }

        return x >= _edges[^1] ? Law.SurvivalAt(x) : Math.Clamp(_panels[Find(x)].Value(x), 0, 1);
    }

    /// <summary>The density −S′ on the panel of a given number, ≥ 0.</summary>
    public double Density(int panel, double x) => Math.Max(0, -_panels[panel].Slope(x));

    /// <summary>The number of the panel that holds x, first to last.</summary>
    public int Find(double x)
    {
        var found = Array.BinarySearch(_edges, x);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, _panels.Length - 1);
    }

    private static bool IsGoodEnough(ChebyshevPanel panel, double start)
    {
        var width = panel.To - panel.From;
        var isNarrow = width <= 1e-13 * Math.Max(Math.Abs(panel.From), Math.Abs(panel.To));
        var isEmpty = start < Vanishing || panel.First - panel.Last < 1e-14 * start;
        // near the end of a bounded support S has only as many digits as its distance from the end
        var noise = 1e-15 * Math.Max(Math.Abs(panel.From), Math.Abs(panel.To)) * (panel.First - panel.Last) / width;
        var isSmooth =
            panel.Rest <= (Tolerance * start) + noise + Invisible && panel.Last >= (SteepestDrop * start) - Invisible;
        return isNarrow || isEmpty || isSmooth;
    }

    /// <summary>Ranges between the named points, then outwards in doubling steps until nothing is left.</summary>
    private static IEnumerable<(double From, double To)> FirstPanels(Law law)
    {
        var middle = law.UpperQuantile(0.5) ?? law.Lower + 1;
        var points = law
            .Kinks.Concat(law.Atoms.Select(atom => atom.Value))
            .Append(law.Lower)
            .Append(middle)
            .Append(double.IsFinite(law.Upper) ? law.Upper : law.Lower)
            .Distinct()
            .Order()
            .ToList();
        for (var index = 1; index < points.Count; index++)
        {
            yield return (points[index - 1], points[index]);
        }

        if (double.IsFinite(law.Upper))
        {
            yield break;
        }

        var from = points[^1];
        var width = Math.Max(middle - law.Lower, 1e-9 * Math.Max(1, Math.Abs(from)));
        for (var step = 0; step < 400 && (step == 0 || law.SurvivalAt(from) > Vanishing); step++)
        {
            yield return (from, from + width);
            from += width;
            width *= 1.5;
        }
    }
}
