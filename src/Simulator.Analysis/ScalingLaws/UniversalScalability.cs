using MathNet.Numerics.LinearAlgebra;

namespace Simulator.Analysis.ScalingLaws;

/// <summary>Gunther's universal scalability law of a throughput: X(N) = γ N / (1 + σ (N − 1) + κ N (N − 1)).</summary>
/// <param name="Single">γ = X(1), in units of work per second.</param>
/// <param name="Contention">σ, share of work that is serial.</param>
/// <param name="Coherency">κ, cost of each pair that has to agree; &gt; 0 makes the law retrograde.</param>
/// <remarks>
/// Immutable. Source: N. J. Gunther, <i>Guerrilla Capacity Planning</i>, 2007, chapters 4 and 5.
/// </remarks>
public sealed record UniversalScalability(double Single, double Contention, double Coherency)
{
    private const int MostRounds = 500;

    /// <summary>N* = √((1 − σ) / κ), beyond which more in parallel is slower; null where there is no such size.</summary>
    public double? PeakConcurrency => Coherency > 0 && Contention < 1 ? Math.Sqrt((1 - Contention) / Coherency) : null;

    /// <summary>X(N*), the largest throughput; null where there is no peak.</summary>
    public double? PeakThroughput => PeakConcurrency is { } peak ? ThroughputAt(peak) : null;

    /// <summary>X(N).</summary>
    /// <param name="concurrency">N ≥ 1.</param>
    /// <returns>The throughput, in the unit of γ.</returns>
    public double ThroughputAt(double concurrency) => Single * concurrency / Load(concurrency);

    /// <summary>Least squares in X: min Σ (Xᵢ − X(Nᵢ))², damped Gauss-Newton from the linear fit of N/X.</summary>
    /// <param name="concurrency">N, shape [n], n ≥ 3 different values ≥ 1.</param>
    /// <param name="throughput">X &gt; 0, shape [n].</param>
    /// <param name="isConstrained">Whether σ and κ must not be negative; plain least squares where false.</param>
    /// <returns>The law; null where the points do not determine one.</returns>
    /// <exception cref="ArgumentException">Lengths that differ, fewer than three sizes, or a value out of range.</exception>
    /// <remarks>Relative error about 1e-9 of the parameters for well-posed data. O(n) a round.</remarks>
    public static UniversalScalability? Fit(
        IReadOnlyList<double> concurrency,
        IReadOnlyList<double> throughput,
        bool isConstrained = true
    )
    {
        ArgumentNullException.ThrowIfNull(concurrency);
        ArgumentNullException.ThrowIfNull(throughput);
        if (concurrency.Count != throughput.Count || concurrency.Distinct().Count() < 3)
        {
            throw new ArgumentException(
                "A fit needs a throughput for each of three sizes or more.",
                nameof(throughput)
            );
        }

        if (
            concurrency.Any(n => !(n >= 1 && double.IsFinite(n))) || throughput.Any(x => !(x > 0 && double.IsFinite(x)))
        )
        {
            throw new ArgumentException("Sizes are at least 1 and throughputs positive.", nameof(throughput));
        }

        UniversalScalability? best = null;
        var least = double.PositiveInfinity;
        foreach (
            var (hasContention, hasCoherency) in new[] { (true, true), (true, false), (false, true), (false, false) }
        )
        {
            if (Free(concurrency, throughput, hasContention, hasCoherency) is { } law)
            {
                var squares = Squares(law, concurrency, throughput);
                var isAllowed = !isConstrained || (law.Contention >= 0 && law.Coherency >= 0);
                (best, least) = isAllowed && squares < least ? (law, squares) : (best, least);
            }

            if (!isConstrained)
            {
                break;
            }
        }

        return best;
    }

    private static UniversalScalability? Free(
        IReadOnlyList<double> concurrency,
        IReadOnlyList<double> throughput,
        bool hasContention,
        bool hasCoherency
    )
    {
        bool[] used = [true, hasContention, hasCoherency];
        var law = Start(concurrency, throughput, used);
        var squares = Squares(law, concurrency, throughput);
        var damping = 1e-3;
        for (var round = 0; round < MostRounds && damping < 1e12; round++)
        {
            var step = Step(law, concurrency, throughput, (used, damping));
            var next = new UniversalScalability(
                law.Single + step[0],
                law.Contention + step[1],
                law.Coherency + step[2]
            );
            var nextSquares = Squares(next, concurrency, throughput);
            if (!(nextSquares < squares))
            {
                damping *= 10;
                continue;
            }

            (law, squares, damping) = (next, nextSquares, damping / 10);
        }

        return double.IsFinite(squares) && law.Single > 0 ? law : null;
    }

    /// <summary>N/X = (1 + σ (N − 1) + κ N (N − 1)) / γ is linear in 1/γ, σ/γ and κ/γ.</summary>
    private static UniversalScalability Start(
        IReadOnlyList<double> concurrency,
        IReadOnlyList<double> throughput,
        bool[] used
    )
    {
        var columns = Enumerable.Range(0, 3).Where(column => used[column]).ToArray();
        var rows = Matrix<double>.Build.Dense(
            concurrency.Count,
            columns.Length,
            (row, column) =>
                GrowthTerms.At(GrowthForm.UniversalScalability, concurrency[row], null)[columns[column]]
                * throughput[row]
                / concurrency[row]
        );
        var solution = rows.QR().Solve(Vector<double>.Build.Dense(concurrency.Count, 1.0));
        var all = new double[3];
        for (var index = 0; index < columns.Length; index++)
        {
            all[columns[index]] = solution[index];
        }

        return all[0] > 0
            ? new UniversalScalability(1 / all[0], all[1] / all[0], all[2] / all[0])
            : new UniversalScalability(throughput[0] / concurrency[0], 0, 0);
    }

    private static double[] Step(
        UniversalScalability law,
        IReadOnlyList<double> concurrency,
        IReadOnlyList<double> throughput,
        (bool[] Used, double Damping) search
    )
    {
        var normal = Matrix<double>.Build.Dense(3, 3);
        var gradient = Vector<double>.Build.Dense(3);
        for (var index = 0; index < concurrency.Count; index++)
        {
            var n = concurrency[index];
            var x = law.ThroughputAt(n);
            var load = law.Load(n);
            double[] slopes = [x / law.Single, -x * (n - 1) / load, -x * n * (n - 1) / load];
            for (var i = 0; i < 3; i++)
            {
                gradient[i] += slopes[i] * (throughput[index] - x);
                for (var j = 0; j < 3; j++)
                {
                    normal[i, j] += slopes[i] * slopes[j];
                }
            }
        }

        for (var i = 0; i < 3; i++)
        {
            if (!search.Used[i])
            {
                normal.ClearRow(i);
                normal.ClearColumn(i);
                gradient[i] = 0;
                normal[i, i] = 1;
            }
        }

        // scaled to unit diagonal: the three parameters differ by orders of magnitude
        var scale = normal.Diagonal().Map(Math.Sqrt);
        var scaled = Matrix<double>.Build.Dense(
            3,
            3,
            (i, j) => normal[i, j] / scale[i] / scale[j] + (i == j ? search.Damping : 0)
        );
        return scaled.Solve(gradient.PointwiseDivide(scale)).PointwiseDivide(scale).ToArray();
    }

    private static double Squares(
        UniversalScalability law,
        IReadOnlyList<double> concurrency,
        IReadOnlyList<double> throughput
    )
    {
        var sum = 0.0;
        for (var index = 0; index < concurrency.Count; index++)
        {
            var rest = throughput[index] - law.ThroughputAt(concurrency[index]);
            sum += rest * rest;
        }

        return sum;
    }

    private double Load(double n) => 1 + (Contention * (n - 1)) + (Coherency * n * (n - 1));
}
