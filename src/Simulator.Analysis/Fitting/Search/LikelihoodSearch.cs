using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Simulator.Analysis.Fitting.Laws;
using Simulator.Analysis.Fitting.Samples;

namespace Simulator.Analysis.Fitting.Search;

/// <summary>Greatest likelihood of a smooth family by Newton's method with damping; differences stand for derivatives.</summary>
/// <remarks>
/// <para>
/// Intervals: θ̂ ± z √(I⁻¹)ᵢᵢ with the observed information I = −∂² ln L/∂θ², on the logarithm of a positive parameter, so
/// that they lie inside its range.
/// </para>
/// <para>Source: J. F. Lawless, <i>Statistical Models and Methods for Lifetime Data</i>, 2nd ed., 2003, sections 2.2, 4.1.</para>
/// </remarks>
internal static class LikelihoodSearch
{
    private const double Difference = 1e-4;
    private const int MostRounds = 100;
    private const double Settled = 1e-9;
    private static readonly double Quantile = Normal.InvCDF(0, 1, 0.975);

    /// <summary>The best law of a family; null where the likelihood has no summit inside.</summary>
    public static FittedLaw? Fit(LawFamily family, DurationSample sample)
    {
        if (Climb(family, sample, family.Start(sample)) is not { } summit)
        {
            return null;
        }

        var law = family.LawAt(summit);
        return FittedLaw.Judge(law, Intervals(family, sample, summit), sample);
    }

    /// <summary>The best law without its intervals, from a start near it.</summary>
    public static DurationLaw? Refit(LawFamily family, DurationSample sample) =>
        Climb(family, sample, family.Start(sample)) is { } summit ? family.LawAt(summit) : null;

    private static double[]? Climb(LawFamily family, DurationSample sample, double[] place)
    {
        var height = Height(family, sample, place);
        var damping = 0.0;
        for (var round = 0; round < MostRounds && double.IsFinite(height); round++)
        {
            var (slope, information) = Derivatives(family, sample, place, height);
            var step = Step(slope, information, damping);
            var next = step is null ? null : place.Zip(step, (at, move) => at + Math.Clamp(move, -2, 2)).ToArray();
            var reached = next is null ? double.NegativeInfinity : Height(family, sample, next);
            if (reached >= height - (1e-13 * Math.Abs(height)))
            {
                var size = next!.Zip(place, (to, from) => Math.Abs(to - from)).Max();
                (place, height, damping) = (next!, Math.Max(height, reached), damping < 1e-3 ? 0 : damping / 10);
                if (size < Settled)
                {
                    return place;
                }
            }
            else
            {
                damping = damping == 0 ? 1e-2 : damping * 10;
                if (damping > 1e9)
                {
                    return place;
                }
            }
        }

        return null;
    }

    private static IReadOnlyList<ParameterEstimate> Intervals(LawFamily family, DurationSample sample, double[] summit)
    {
        var (_, information) = Derivatives(family, sample, summit, Height(family, sample, summit));
        var isSound = information.Determinant() > 0 && information.Diagonal().All(entry => entry > 0);
        var covariance = isSound ? information.Inverse() : null;
        return
        [
            .. family.Parameters.Select(
                (parameter, index) =>
                {
                    double? half = covariance is null ? null : Quantile * Math.Sqrt(covariance[index, index]);
                    return new ParameterEstimate(
                        parameter.Name,
                        parameter.FromPlace(summit[index]),
                        half is { } below ? parameter.FromPlace(summit[index] - below) : null,
                        half is { } above ? parameter.FromPlace(summit[index] + above) : null,
                        parameter.Dimension
                    );
                }
            ),
        ];
    }

    private static double Height(LawFamily family, DurationSample sample, double[] place) =>
        Array.TrueForAll(place, at => Math.Abs(at) < 60) ? family.LawAt(place).LogLikelihood(sample) : double.NaN;

    private static double[]? Step(double[] slope, Matrix<double> information, double damping)
    {
        var size = slope.Length;
        var damped = Matrix<double>.Build.Dense(
            size,
            size,
            (row, column) =>
                information[row, column]
                + (row == column ? damping * Math.Max(Math.Abs(information[row, row]), 1e-6) : 0)
        );
        var isSummit = damped[0, 0] > 0 && damped.Determinant() > 0;
        return isSummit ? damped.Solve(Vector<double>.Build.Dense(slope)).ToArray() : null;
    }

    /// <summary>∂ ln L/∂θ and −∂² ln L/∂θ² by central differences.</summary>
    private static (double[] Slope, Matrix<double> Information) Derivatives(
        LawFamily family,
        DurationSample sample,
        double[] place,
        double height
    )
    {
        double At(params ReadOnlySpan<(int Index, double Move)> moves)
        {
            var moved = (double[])place.Clone();
            foreach (var (index, move) in moves)
            {
                moved[index] += move;
            }

            return Height(family, sample, moved);
        }

        var size = place.Length;
        var slope = new double[size];
        var information = Matrix<double>.Build.Dense(size, size);
        var wide = Difference * 10;
        for (var i = 0; i < size; i++)
        {
            slope[i] = (At((i, Difference)) - At((i, -Difference))) / (2 * Difference);
            information[i, i] = ((2 * height) - At((i, wide)) - At((i, -wide))) / (wide * wide);
            for (var j = 0; j < i; j++)
            {
                var mixed =
                    At((i, wide), (j, wide))
                    - At((i, wide), (j, -wide))
                    - At((i, -wide), (j, wide))
                    + At((i, -wide), (j, -wide));
                information[i, j] = information[j, i] = -mixed / (4 * wide * wide);
            }
        }

        return (slope, information);
    }
}
