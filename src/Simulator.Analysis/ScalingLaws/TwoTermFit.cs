namespace Simulator.Analysis.ScalingLaws;

/// <summary>T = a + b φ(N; θ) for one given θ: the search over θ asks this some thousand times, so nothing is allocated.</summary>
internal static class TwoTermFit
{
    private const int MostOnStack = 256;

    /// <summary>Weighted squares and the coefficients a, b ≥ 0.</summary>
    public static (double Squares, double Constant, double Slope) Solve(
        WeightedCurve curve,
        GrowthForm form,
        double shape
    )
    {
        var terms = curve.Count <= MostOnStack ? stackalloc double[curve.Count] : new double[curve.Count];
        double weight = 0,
            meanTerm = 0,
            meanTime = 0;
        for (var index = 0; index < terms.Length; index++)
        {
            terms[index] = GrowthTerms.Shaped(form, curve.Nodes[index], shape);
            weight += curve.Weights[index];
            meanTerm += curve.Weights[index] * terms[index];
            meanTime += curve.Weights[index] * curve.Seconds[index];
        }

        meanTerm /= weight;
        meanTime /= weight;
        var (own, cross) = Around(curve, terms, meanTerm, meanTime);
        var slope = own > 0 ? cross / own : 0;
        var constant = meanTime - (slope * meanTerm);
        if (slope >= 0 && constant >= 0)
        {
            return (Squares(curve, terms, constant, slope), constant, slope);
        }

        // outside the allowed quarter the optimum lies on its border: a constant, or a line through the origin
        var flat = Math.Max(0, meanTime);
        var (originOwn, originCross) = Around(curve, terms, 0, 0);
        var steep = originOwn > 0 ? Math.Max(0, originCross / originOwn) : 0;
        var flatSquares = Squares(curve, terms, flat, 0);
        var steepSquares = Squares(curve, terms, 0, steep);
        return flatSquares <= steepSquares ? (flatSquares, flat, 0) : (steepSquares, 0, steep);
    }

    private static (double Own, double Cross) Around(
        WeightedCurve curve,
        ReadOnlySpan<double> terms,
        double centerTerm,
        double centerTime
    )
    {
        double own = 0,
            cross = 0;
        for (var index = 0; index < terms.Length; index++)
        {
            var distance = terms[index] - centerTerm;
            own += curve.Weights[index] * distance * distance;
            cross += curve.Weights[index] * distance * (curve.Seconds[index] - centerTime);
        }

        return (own, cross);
    }

    private static double Squares(WeightedCurve curve, ReadOnlySpan<double> terms, double constant, double slope)
    {
        var sum = 0.0;
        for (var index = 0; index < terms.Length; index++)
        {
            var rest = curve.Seconds[index] - constant - (slope * terms[index]);
            sum += curve.Weights[index] * rest * rest;
        }

        return sum;
    }
}
