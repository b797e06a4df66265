using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Estimates;

/// <summary>Quantiles of Student's t: the q with P(|t| ≤ q) = γ for ν degrees of freedom.</summary>
/// <remarks>MathNet searches its quantile in [−800, 800] only, which simultaneous limits with few samples leave.</remarks>
internal static class StudentLaw
{
    private const int ManyDegrees = 2000;

    private static readonly ConcurrentDictionary<(int Degrees, double Confidence), double> Known = new();

    /// <summary>The q with P(|t| ≤ q) = γ.</summary>
    public static double TwoSided(int degrees, double confidence) =>
        Known.GetOrAdd((degrees, confidence), key => Solve(key.Degrees, key.Confidence));

    private static double Solve(int degrees, double confidence)
    {
        if (degrees > ManyDegrees)
        {
            return Expansion(degrees, confidence);
        }

        double low = 0,
            high = 1;
        while (Outside(degrees, high) > 1 - confidence && high < 1e150)
        {
            low = high;
            high *= 2;
        }

        for (var step = 0; step < 200; step++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (Outside(degrees, middle) > 1 - confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    /// <summary>P(|t| > q) = I(ν/(ν+q²); ν/2, 1/2), Abramowitz and Stegun, 1964, 26.7.1 with 26.5.27.</summary>
    public static double Outside(int degrees, double q) =>
        SpecialFunctions.BetaRegularized(degrees / 2.0, 0.5, degrees / (degrees + (q * q)));

    /// <summary>Cornish-Fisher expansion in 1/ν, Abramowitz and Stegun, 1964, 26.7.5.</summary>
    private static double Expansion(double nu, double confidence)
    {
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var square = z * z;
        var first = z * (square + 1) / 4;
        var second = z * ((((5 * square) + 16) * square) + 3) / 96;
        var third = z * ((((((3 * square) + 19) * square) + 17) * square) - 15) / 384;
        return z + ((first + ((second + (third / nu)) / nu)) / nu);
    }
}
