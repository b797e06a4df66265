namespace Simulator.Benchmarks.Updates;

/// <summary>256 strips of equal area under a falling density.</summary>
/// <remarks>Source: G. Marsaglia and W. W. Tsang, J. Stat. Software 5(8), 2000.</remarks>
internal sealed class Ziggurat
{
    private const int Layers = 256;

    public static readonly Ziggurat Normal = new(
        3.6541528853610088,
        0.00492867323399,
        x => Math.Exp(-x * x / 2),
        y => Math.Sqrt(-2 * Math.Log(y))
    );

    public static readonly Ziggurat Exponential = new(
        7.6971174701310497,
        0.0039496598225815572,
        x => Math.Exp(-x),
        y => -Math.Log(y)
    );

    private readonly Func<double, double> _density;
    private readonly double[] _heights = new double[Layers + 1];

    private Ziggurat(double start, double area, Func<double, double> density, Func<double, double> inverse)
    {
        (Start, _density) = (start, density);
        X[0] = area / density(start);
        X[1] = start;
        for (var layer = 1; layer < Layers - 1; layer++)
        {
            X[layer + 1] = inverse((area / X[layer]) + density(X[layer]));
        }

        X[Layers] = 0;
        for (var layer = 0; layer <= Layers; layer++)
        {
            _heights[layer] = density(X[layer]);
        }
    }

    /// <summary>Where the tail begins.</summary>
    public double Start { get; }

    /// <summary>Right ends of the strips, falling; the first is the width of a strip that has the tail in it.</summary>
    public double[] X { get; } = new double[Layers + 1];

    /// <summary>Whether a uniform height in the corner of a strip lies under the density.</summary>
    public bool IsUnder(int layer, double x, double u) =>
        _heights[layer] + (u * (_heights[layer + 1] - _heights[layer])) < _density(x);
}
