namespace Simulator.Analysis.ScalingLaws;

/// <summary>Fits one form to a curve: for each shape θ a linear least squares with coefficients ≥ 0, then the best θ.</summary>
internal static class FormFit
{
    private const double LeastExponent = 0.02;
    private const double LargestExponent = 2;
    private const int ExponentGrid = 100;
    private const int MostRounds = 200;

    /// <summary>The law of least weighted squares; null where no shape of the form can be told apart on these sizes.</summary>
    public static (ScalingLaw Law, double Squares)? Best(GrowthForm form, WeightedCurve curve) =>
        form switch
        {
            GrowthForm.Power => Refined(curve, form, Exponents()),
            GrowthForm.Staircase => Best(curve, form, WindowSizes(curve.Nodes)),
            GrowthForm.Hinge => Refined(curve, form, Knees(curve.Nodes)),
            _ => At(curve, form, shape: null),
        };

    /// <summary>The law of least weighted squares with a given shape.</summary>
    public static (ScalingLaw Law, double Squares)? At(WeightedCurve curve, GrowthForm form, double? shape)
    {
        if (shape is { } number)
        {
            var (squares, constant, slope) = TwoTermFit.Solve(curve, form, number);
            return (new ScalingLaw(form, constant, slope, 0, shape), squares);
        }

        var rows = curve.Nodes.Select(nodes => GrowthTerms.At(form, nodes, shape)).ToArray();
        if (NonNegativeLeastSquares.Solve(rows, curve.Seconds, curve.Weights) is not { } solution)
        {
            return null;
        }

        var c = solution.Coefficients;
        var law = new ScalingLaw(form, c[0], c.Length > 1 ? c[1] : 0, c.Length > 2 ? c[2] : 0, shape);
        return (law, solution.Squares);
    }

    private static (ScalingLaw Law, double Squares)? Best(
        WeightedCurve curve,
        GrowthForm form,
        IEnumerable<double> shapes
    )
    {
        (ScalingLaw Law, double Squares)? best = null;
        foreach (var shape in shapes)
        {
            if (At(curve, form, shape) is { } fit && (best is null || fit.Squares < best.Value.Squares))
            {
                best = fit;
            }
        }

        return best;
    }

    /// <summary>The best of a grid, then golden section between its neighbours.</summary>
    private static (ScalingLaw Law, double Squares)? Refined(WeightedCurve curve, GrowthForm form, double[] grid)
    {
        if (Best(curve, form, grid) is not { } best)
        {
            return null;
        }

        // the squares have a valley in each of the two cells beside the best grid point
        var middle = Array.IndexOf(grid, best.Law.Shape!.Value);
        for (var left = Math.Max(0, middle - 1); left <= Math.Min(middle, grid.Length - 2); left++)
        {
            if (Golden(curve, form, grid[left], grid[left + 1]) is { } inside && inside.Squares < best.Squares)
            {
                best = inside;
            }
        }

        return best;
    }

    private static (ScalingLaw Law, double Squares)? Golden(
        WeightedCurve curve,
        GrowthForm form,
        double low,
        double high
    )
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        double left = high - (ratio * (high - low)),
            right = low + (ratio * (high - low));
        var atLeft = At(curve, form, left);
        var atRight = At(curve, form, right);
        for (var round = 0; round < MostRounds && high - low > 1e-14 * high; round++)
        {
            if ((atLeft?.Squares ?? double.MaxValue) <= (atRight?.Squares ?? double.MaxValue))
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (ratio * (high - low));
                atLeft = At(curve, form, left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (ratio * (high - low));
                atRight = At(curve, form, right);
            }
        }

        return (atLeft?.Squares ?? double.MaxValue) <= (atRight?.Squares ?? double.MaxValue) ? atLeft : atRight;
    }

    private static double[] Exponents() =>
        [
            .. Enumerable
                .Range(0, ExponentGrid)
                .Select(step => LeastExponent + ((LargestExponent - LeastExponent) * step / (ExponentGrid - 1))),
        ];

    /// <summary>The tested sizes and points between them: a knee beyond the last but one is a line through one point.</summary>
    private static double[] Knees(double[] nodes)
    {
        const int cells = 8;
        var inner = nodes.Distinct().ToArray();
        if (inner.Length < 3)
        {
            return [];
        }

        return
        [
            .. Enumerable
                .Range(0, inner.Length - 2)
                .SelectMany(index =>
                    Enumerable
                        .Range(0, cells)
                        .Select(step => inner[index] + ((inner[index + 1] - inner[index]) * step / cells))
                ),
            inner[^2],
        ];
    }

    /// <summary>
    /// Windows at which some ⌈N/k⌉ changes: between two of them the fit is the same. All integers where they are few, the
    /// sizes' own fractions ⌈N/j⌉ above.
    /// </summary>
    private static IEnumerable<double> WindowSizes(double[] nodes)
    {
        const int fractions = 200;
        var largest = nodes[^1];
        var small = Math.Min((int)Math.Min(largest, 4096), (int)Math.Max(largest / fractions, 64));
        return Enumerable
            .Range(2, Math.Max(0, small - 1))
            .Select(k => (double)k)
            .Concat(nodes.SelectMany(n => Enumerable.Range(1, fractions).Select(j => Math.Ceiling(n / j))))
            .Where(k => k >= 2 && k < largest)
            .Distinct()
            .Order();
    }
}
