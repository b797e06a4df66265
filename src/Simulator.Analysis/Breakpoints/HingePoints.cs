namespace Simulator.Analysis.Breakpoints;

/// <summary>Sorted points and the breaks that could be the optimum.</summary>
internal sealed class HingePoints
{
    private const double RoundingNoise = 1e-12;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _weights;

    private HingePoints(double[] x, double[] y, double[] weights)
    {
        _x = x;
        _y = y;
        _weights = weights;
    }

    public static HingePoints From(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<double>? weights)
    {
        if (x.Count != y.Count || (weights is not null && weights.Count != x.Count))
        {
            throw new ArgumentException("Sizes, times and weights must have one length.", nameof(y));
        }

        if (!x.Concat(y).All(double.IsFinite) || weights?.All(weight => weight > 0 && double.IsFinite(weight)) == false)
        {
            throw new ArgumentException("Sizes and times must be finite and weights positive.", nameof(y));
        }

        var order = Enumerable.Range(0, x.Count).OrderBy(index => x[index]).ToArray();
        return new HingePoints(
            [.. order.Select(index => x[index])],
            [.. order.Select(index => y[index])],
            [.. order.Select(index => weights?[index] ?? 1)]
        );
    }

    public IEnumerable<Breakpoint> Candidates()
    {
        var sizes = _x.Distinct().ToArray();
        for (var gap = 1; gap < sizes.Length - 2; gap++)
        {
            if (Inside(sizes[gap], sizes[gap + 1]) is { } inside)
            {
                yield return inside;
            }
        }

        for (var knot = 1; sizes.Length >= 4 && knot < sizes.Length - 1; knot++)
        {
            if (AtKnot(sizes[knot]) is { } atKnot)
            {
                yield return atKnot;
            }
        }
    }

    /// <summary>Two free lines, where they meet between the neighbours.</summary>
    private Breakpoint? Inside(double from, double to)
    {
        var left = Line(index => _x[index] <= from);
        var right = Line(index => _x[index] >= to);
        var difference = right.Slope - left.Slope;
        if (IsStraight(left.Slope, right.Slope))
        {
            return null;
        }

        var position = (left.Intercept - right.Intercept) / difference;
        return position >= from && position <= to
            ? Scored(new Breakpoint(position, left.Intercept, left.Slope, right.Slope, 0))
            : null;
    }

    /// <summary>Break held at one of the sizes: least squares in the value there and the two slopes.</summary>
    private Breakpoint? AtKnot(double knot)
    {
        double weight = 0,
            total = 0;
        double leftXx = 0,
            leftX = 0,
            leftXy = 0,
            rightXx = 0,
            rightX = 0,
            rightXy = 0;
        for (var index = 0; index < _x.Length; index++)
        {
            var w = _weights[index];
            var u = _x[index] - knot;
            weight += w;
            total += w * _y[index];
            if (u < 0)
            {
                (leftXx, leftX, leftXy) = (leftXx + (w * u * u), leftX + (w * u), leftXy + (w * u * _y[index]));
            }
            else
            {
                (rightXx, rightX, rightXy) = (rightXx + (w * u * u), rightX + (w * u), rightXy + (w * u * _y[index]));
            }
        }

        // the normal equations are an arrow: eliminate both slopes, solve for the value at the knot
        var pivot = weight - (leftX * leftX / leftXx) - (rightX * rightX / rightXx);
        var value = (total - (leftX * leftXy / leftXx) - (rightX * rightXy / rightXx)) / pivot;
        var before = (leftXy - (leftX * value)) / leftXx;
        var after = (rightXy - (rightX * value)) / rightXx;
        return double.IsFinite(value) && !IsStraight(before, after)
            ? Scored(new Breakpoint(knot, value - (before * knot), before, after, 0))
            : null;
    }

    /// <summary>Whether the change of slope over the whole range is rounding noise of the largest value.</summary>
    private bool IsStraight(double before, double after) =>
        !(Math.Abs(after - before) * (_x[^1] - _x[0]) > RoundingNoise * _y.Max(Math.Abs));

    private (double Intercept, double Slope) Line(Func<int, bool> belongs)
    {
        double weight = 0,
            meanX = 0,
            meanY = 0;
        var members = Enumerable.Range(0, _x.Length).Where(belongs).ToArray();
        foreach (var index in members)
        {
            weight += _weights[index];
            meanX += _weights[index] * _x[index];
            meanY += _weights[index] * _y[index];
        }

        meanX /= weight;
        meanY /= weight;
        double squares = 0,
            products = 0;
        foreach (var index in members)
        {
            squares += _weights[index] * (_x[index] - meanX) * (_x[index] - meanX);
            products += _weights[index] * (_x[index] - meanX) * (_y[index] - meanY);
        }

        var slope = products / squares;
        return (meanY - (slope * meanX), slope);
    }

    private Breakpoint Scored(Breakpoint fit)
    {
        var sum = 0.0;
        for (var index = 0; index < _x.Length; index++)
        {
            var rest = _y[index] - fit.At(_x[index]);
            sum += _weights[index] * rest * rest;
        }

        return fit with
        {
            Squares = sum,
        };
    }
}
