using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Random.Numerics;

/// <summary>
/// A smooth increasing function y(z) of the normal score z = Φ⁻¹(u), as a polynomial of degree 5 in each of many equal
/// intervals that agrees with y, y′ and y″ at both ends.
/// </summary>
/// <remarks>
/// <para>
/// The mesh is halved until the midpoints agree with the equation to 2e-11, at most seven times. The position within an
/// interval is cut to 40 bits (less on finer meshes), a step so much larger than the rounding noise of the polynomial that the result never
/// falls as u rises.
/// </para>
/// <para>Thread safety: immutable; two tables of the same equation hold the same bits.</para>
/// </remarks>
internal sealed class QuantileTable
{
    private const double Lowest = -38.5; // below the normal score of the smallest double
    private const double Highest = 8.25; // above the normal score of the largest double below 1
    private const int CoarsestPerUnit = 16;
    private const int FinestPerUnit = 2048;
    private const double Tolerance = 2e-11;
    private const double CoarsestSteps = 1099511627776.0; // 2^40
    private const int Terms = 6;

    private readonly double[] _coefficients;
    private readonly double _perUnit;
    private readonly double _steps;
    private readonly double _step;

    private QuantileTable(QuantilePoint[] nodes, int perUnit)
    {
        _perUnit = perUnit;
        _steps = CoarsestSteps * CoarsestPerUnit / perUnit;
        _step = 1 / _steps;
        _coefficients = new double[(nodes.Length - 1) * Terms];
        for (var i = 0; i < nodes.Length - 1; i++)
        {
            Join(nodes[i], nodes[i + 1], 1.0 / perUnit, _coefficients.AsSpan(i * Terms, Terms));
        }
    }

    /// <summary>Tabulates a function.</summary>
    /// <param name="solve">Gives the point at a normal score z, starting its search from a guess of y.</param>
    /// <param name="guess">A guess of y(0).</param>
    public static QuantileTable Build(Func<double, double, QuantilePoint> solve, double guess)
    {
        var perUnit = CoarsestPerUnit;
        var nodes = Nodes(solve, guess, perUnit);
        while (true)
        {
            var table = new QuantileTable(nodes, perUnit);
            if (perUnit >= FinestPerUnit)
            {
                return table;
            }

            perUnit *= 2;
            var finer = Refined(solve, nodes, perUnit);
            if (table.AgreesWith(finer, perUnit))
            {
                return table;
            }

            nodes = finer;
        }
    }

    /// <summary>y at a normal score; scores outside the table are taken to its ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(double score)
    {
        var position = (Math.Max(Math.Min(score, Highest), Lowest) - Lowest) * _perUnit;
        var interval = Math.Min((int)position, (_coefficients.Length / Terms) - 1);
        var t = Math.Floor((position - interval) * _steps) * _step;
        var c = _coefficients.AsSpan(interval * Terms, Terms);
        return c[0] + (t * (c[1] + (t * (c[2] + (t * (c[3] + (t * (c[4] + (t * c[5])))))))));
    }

    private static QuantilePoint[] Nodes(Func<double, double, QuantilePoint> solve, double guess, int perUnit)
    {
        var count = (int)((Highest - Lowest) * perUnit) + 1;
        var nodes = new QuantilePoint[count];
        var middle = (int)(-Lowest * perUnit);
        nodes[middle] = solve(0, guess);
        for (var i = middle + 1; i < count; i++)
        {
            nodes[i] = solve(Lowest + ((double)i / perUnit), nodes[i - 1].Extrapolated(1.0 / perUnit));
        }

        for (var i = middle - 1; i >= 0; i--)
        {
            nodes[i] = solve(Lowest + ((double)i / perUnit), nodes[i + 1].Extrapolated(-1.0 / perUnit));
        }

        return nodes;
    }

    /// <summary>The nodes of twice as fine a mesh; every second one is known.</summary>
    private static QuantilePoint[] Refined(
        Func<double, double, QuantilePoint> solve,
        QuantilePoint[] nodes,
        int perUnit
    )
    {
        var finer = new QuantilePoint[(2 * nodes.Length) - 1];
        for (var i = 0; i < finer.Length; i++)
        {
            finer[i] =
                i % 2 == 0
                    ? nodes[i / 2]
                    : solve(Lowest + ((double)i / perUnit), nodes[i / 2].Extrapolated(1.0 / perUnit));
        }

        return finer;
    }

    private bool AgreesWith(QuantilePoint[] finer, int perUnit)
    {
        for (var i = 1; i < finer.Length; i += 2)
        {
            var expected = finer[i].Value;
            var bound = Tolerance * Math.Max(1, 1e-3 * Math.Abs(expected));
            if (!(Math.Abs(At(Lowest + ((double)i / perUnit)) - expected) <= bound))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The polynomial of degree 5 in t ∈ [0, 1] through two points (Hermite).</summary>
    private static void Join(in QuantilePoint left, in QuantilePoint right, double step, Span<double> coefficients)
    {
        var slope = step * left.Slope;
        var curvature = 0.5 * step * step * left.Curvature;
        var rise = right.Value - left.Value - slope - curvature;
        var slopeRise = (step * right.Slope) - slope - (2 * curvature);
        var curvatureRise = (step * step * right.Curvature) - (2 * curvature);
        coefficients[0] = left.Value;
        coefficients[1] = slope;
        coefficients[2] = curvature;
        coefficients[3] = (10 * rise) - (4 * slopeRise) + (0.5 * curvatureRise);
        coefficients[4] = (-15 * rise) + (7 * slopeRise) - curvatureRise;
        coefficients[5] = (6 * rise) - (3 * slopeRise) + (0.5 * curvatureRise);
    }
}
