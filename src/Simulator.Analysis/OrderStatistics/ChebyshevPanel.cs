namespace Simulator.Analysis.OrderStatistics;

/// <summary>One polynomial p(x) = Σ c_k T_k(s), s = (2x − a − b) / (b − a), on [a, b], with its derivative.</summary>
/// <remarks>Source: L. N. Trefethen, <i>Approximation Theory and Approximation Practice</i>, 2013, chapters 3 and 4.</remarks>
internal sealed class ChebyshevPanel
{
    private const int Points = 16;

    /// <summary>cos(π k (i + ½) / 16), by k and then i.</summary>
    private static readonly double[][] Cosines =
    [
        .. Enumerable
            .Range(0, Points)
            .Select(k => Enumerable.Range(0, Points).Select(i => Math.Cos(Math.PI * k * (i + 0.5) / Points)).ToArray()),
    ];

    private readonly double[] _coefficients;
    private readonly double[] _slopes;
    private readonly double _middle;
    private readonly double _half;

    private ChebyshevPanel(double from, double to, double[] coefficients)
    {
        From = from;
        To = to;
        _coefficients = coefficients;
        _middle = from + ((to - from) / 2);
        _half = (to - from) / 2;
        _slopes = new double[coefficients.Length + 1];
        for (var k = coefficients.Length - 1; k >= 1; k--)
        {
            _slopes[k - 1] = (k + 1 < _slopes.Length ? _slopes[k + 1] : 0) + (2 * k * coefficients[k]);
        }

        _slopes[0] /= 2;
    }

    public double From { get; }

    public double To { get; }

    /// <summary>Value at the left end.</summary>
    public double First => Value(From);

    /// <summary>Value at the right end, the limit from the left.</summary>
    public double Last => Value(To);

    /// <summary>Size of the last coefficients: about what the polynomial misses.</summary>
    public double Rest => Math.Abs(_coefficients[^1]) + Math.Abs(_coefficients[^2]);

    /// <summary>Interpolates at Chebyshev points of the first kind, which never touch the ends and so no jump there.</summary>
    public static ChebyshevPanel Through(Func<double, double> function, double from, double to)
    {
        var values = new double[Points];
        for (var index = 0; index < Points; index++)
        {
            values[index] = function(from + ((to - from) / 2 * (1 + Cosines[1][index])));
        }

        var coefficients = new double[Points];
        for (var k = 0; k < Points; k++)
        {
            var sum = 0.0;
            for (var index = 0; index < Points; index++)
            {
                sum += values[index] * Cosines[k][index];
            }

            coefficients[k] = sum * (k == 0 ? 1 : 2) / Points;
        }

        return new ChebyshevPanel(from, to, coefficients);
    }

    public double Value(double x) => Clenshaw(_coefficients, _coefficients.Length, (x - _middle) / _half);

    public double Slope(double x) => Clenshaw(_slopes, _coefficients.Length - 1, (x - _middle) / _half) / _half;

    private static double Clenshaw(double[] coefficients, int count, double s)
    {
        double next = 0,
            afterNext = 0;
        for (var k = count - 1; k >= 1; k--)
        {
            (next, afterNext) = ((2 * s * next) - afterNext + coefficients[k], next);
        }

        return (s * next) - afterNext + coefficients[0];
    }
}
