using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Sensitivity;

/// <summary>
/// What a variance is made of where every draw of the unknowns (row) met the same draws of chance (column):
/// Var(Y) = Var(E[Y | row]) + E[Var(Y | row)], the law of total variance.
/// </summary>
/// <param name="Mean">The mean of all values.</param>
/// <param name="StandardError">Standard error of the mean, for rows and columns drawn anew.</param>
/// <param name="Unknown">Var(E[Y | row]): what would be gone if the unknowns were known; at least 0.</param>
/// <param name="Chance">E[Var(Y | row)]: what would be left; at least 0.</param>
public sealed record CrossedVariance(double Mean, double StandardError, double Unknown, double Chance)
{
    /// <summary>The share of the unknowns in the variance; null where nothing varies.</summary>
    public double? UnknownShare => Unknown + Chance > 0 ? Unknown / (Unknown + Chance) : null;

    /// <summary>Splits the variance of a table of K rows and R columns by two-way analysis of variance with random effects.</summary>
    /// <param name="table">Shape [K][R], K ≥ 2, R ≥ 2, finite; a column is one replication under common random numbers.</param>
    /// <returns>The parts; unbiased but for an estimate below 0, which becomes 0.</returns>
    /// <exception cref="ArgumentException">Fewer than two rows or columns, or rows of different lengths.</exception>
    /// <remarks>
    /// With row effect a, column effect b and interplay e: Unknown = Var(a), Chance = Var(b) + Var(e). The variance of row
    /// means holds Var(a) + Var(e)/R, so Var(e)/R is taken off; b shifts all rows alike and adds nothing to it. Source:
    /// S. R. Searle, G. Casella and C. E. McCulloch, <i>Variance Components</i>, 1992, section 4.3. O(K R).
    /// </remarks>
    public static CrossedVariance Of(IReadOnlyList<IReadOnlyList<double>> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Count < 2 || table[0].Count < 2 || table.Any(row => row.Count != table[0].Count))
        {
            throw new ArgumentException("At least two rows of at least two columns each are needed.", nameof(table));
        }

        var (rows, columns) = (table.Count, table[0].Count);
        var rowMeans = table.Select(row => row.Average()).ToArray();
        var columnMeans = Enumerable.Range(0, columns).Select(at => table.Average(row => row[at])).ToArray();
        var mean = rowMeans.Average();
        var rest = 0.0;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var left = table[row][column] - rowMeans[row] - columnMeans[column] + mean;
                rest += left * left;
            }
        }

        var interplay = rest / ((rows - 1.0) * (columns - 1));
        var unknown = Math.Max(0, Variance(rowMeans) - (interplay / columns));
        var common = Math.Max(0, Variance(columnMeans) - (interplay / rows));
        var error = Math.Sqrt((unknown / rows) + (common / columns) + (interplay / rows / columns));
        return new CrossedVariance(mean, error, unknown, common + interplay);
    }

    private static double Variance(double[] values) => Estimate.MeanAndSquares(values).Squares / (values.Length - 1);
}
