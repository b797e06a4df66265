namespace Simulator.Analysis.ScalingLaws;

/// <summary>Least squares with coefficients ≥ 0 for a handful of columns: min Σ w (y − X c)² over c ≥ 0.</summary>
/// <remarks>
/// Every subset of columns is solved by orthogonalisation and the best feasible one kept, which for at most three columns
/// is shorter and surer than an active-set method, and exact.
/// </remarks>
internal static class NonNegativeLeastSquares
{
    /// <summary>Solves for rows of terms; null where not even one column is feasible.</summary>
    public static (double[] Coefficients, double Squares)? Solve(double[][] rows, double[] values, double[] weights)
    {
        var columns = rows[0].Length;
        (double[] Coefficients, double Squares)? best = null;
        for (var subset = 1; subset < 1 << columns; subset++)
        {
            var chosen = Enumerable.Range(0, columns).Where(column => ((subset >> column) & 1) == 1).ToArray();
            if (Subset(rows, values, weights, chosen) is not { } coefficients)
            {
                continue;
            }

            var squares = Squares(rows, values, weights, coefficients);
            if (best is null || squares < best.Value.Squares)
            {
                best = (coefficients, squares);
            }
        }

        return best;
    }

    private static double[]? Subset(double[][] rows, double[] values, double[] weights, int[] chosen)
    {
        var basis = chosen
            .Select(column => rows.Select((row, index) => row[column] * Math.Sqrt(weights[index])).ToArray())
            .ToArray();
        var rest = values.Select((value, index) => value * Math.Sqrt(weights[index])).ToArray();
        var triangle = chosen.Select(_ => new double[chosen.Length]).ToArray();
        var projections = new double[chosen.Length];
        for (var k = 0; k < chosen.Length; k++)
        {
            var before = Math.Sqrt(Dot(basis[k], basis[k]));
            for (var j = 0; j < k; j++)
            {
                triangle[j][k] = Dot(basis[j], basis[k]);
                Subtract(basis[k], basis[j], triangle[j][k]);
            }

            var length = Math.Sqrt(Dot(basis[k], basis[k]));
            if (length <= 1e-12 * before || before == 0)
            {
                return null;
            }

            triangle[k][k] = length;
            for (var index = 0; index < rest.Length; index++)
            {
                basis[k][index] /= length;
            }

            projections[k] = Dot(basis[k], rest);
            Subtract(rest, basis[k], projections[k]);
        }

        var coefficients = new double[rows[0].Length];
        for (var k = chosen.Length - 1; k >= 0; k--)
        {
            var sum = projections[k];
            for (var j = k + 1; j < chosen.Length; j++)
            {
                sum -= triangle[k][j] * coefficients[chosen[j]];
            }

            coefficients[chosen[k]] = sum / triangle[k][k];
            if (coefficients[chosen[k]] < 0)
            {
                return null;
            }
        }

        return coefficients;
    }

    private static double Squares(double[][] rows, double[] values, double[] weights, double[] coefficients)
    {
        var sum = 0.0;
        for (var index = 0; index < rows.Length; index++)
        {
            var rest = values[index] - Dot(rows[index], coefficients);
            sum += weights[index] * rest * rest;
        }

        return sum;
    }

    private static double Dot(double[] first, double[] second)
    {
        var sum = 0.0;
        for (var index = 0; index < first.Length; index++)
        {
            sum += first[index] * second[index];
        }

        return sum;
    }

    private static void Subtract(double[] from, double[] what, double times)
    {
        for (var index = 0; index < from.Length; index++)
        {
            from[index] -= times * what[index];
        }
    }
}
