namespace Simulator.Analysis.Estimates;

/// <summary>
/// Ranks whose order statistics enclose a quantile: P(X₍l₎ ≤ q_p ≤ X₍u₎) = P(l ≤ Bin(n, p) ≤ u − 1), whatever the law.
/// </summary>
/// <param name="Lower">Rank l of the lower limit, counted from 1.</param>
/// <param name="Upper">Rank u of the upper limit, l &lt; u ≤ n.</param>
/// <param name="Coverage">The exact probability of the enclosure, for a continuous law.</param>
/// <remarks>
/// <para>Immutable. For laws with atoms the coverage is at least the stated one.</para>
/// <para>Source: H. A. David and H. N. Nagaraja, <i>Order Statistics</i>, 3rd ed., 2003, section 7.1.</para>
/// </remarks>
public sealed record OrderStatisticRanks(int Lower, int Upper, double Coverage)
{
    /// <summary>Coverage of given ranks: P(l ≤ Bin(n, p) ≤ u − 1).</summary>
    /// <param name="count">Number n of independent values, ≥ 2.</param>
    /// <param name="probability">p of the quantile, in (0, 1).</param>
    /// <param name="lower">Rank l, 1 ≤ l &lt; u.</param>
    /// <param name="upper">Rank u, l &lt; u ≤ n.</param>
    /// <returns>The probability, absolute error below 1e-12.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A rank, the count or the probability outside its range.</exception>
    /// <remarks>O(n).</remarks>
    public static double CoverageOf(int count, double probability, int lower, int upper)
    {
        RequireShare(probability);
        ArgumentOutOfRangeException.ThrowIfLessThan(lower, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(upper, lower);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(upper, count);
        var table = new BinomialTable(count, probability);
        return 1 - table.AtMost(lower - 1) - table.Above(upper - 1);
    }

    /// <summary>The closest ranks that enclose the quantile with at least the level: min u − l with coverage ≥ γ.</summary>
    /// <param name="count">Number n of independent values, ≥ 1.</param>
    /// <param name="probability">p of the quantile, in (0, 1).</param>
    /// <param name="confidence">Level γ in (0, 1).</param>
    /// <returns>
    /// The ranks, the higher coverage where several are as close; null where even [X₍1₎, X₍n₎] falls short, which at 95 %
    /// is the case below n = 6 (median), 29 (p90), 59 (p95), 299 (p99), 2 995 (p99.9).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The count, probability or level outside its range.</exception>
    /// <remarks>O(n).</remarks>
    public static OrderStatisticRanks? Closest(int count, double probability, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        RequireShare(probability);
        Estimate.RequireLevel(confidence);
        var table = new BinomialTable(count, probability);
        OrderStatisticRanks? best = null;
        var upper = 2;
        for (var lower = 1; lower < count; lower++)
        {
            upper = Math.Max(upper, lower + 1);
            while (upper < count && Missed(table, lower, upper) > 1 - confidence)
            {
                upper++;
            }

            var coverage = 1 - Missed(table, lower, upper);
            if (Missed(table, lower, upper) > 1 - confidence)
            {
                break;
            }

            var width = upper - lower;
            var bestWidth = best is null ? int.MaxValue : best.Upper - best.Lower;
            if (width < bestWidth || (width == bestWidth && coverage > best!.Coverage))
            {
                best = new OrderStatisticRanks(lower, upper, coverage);
            }
        }

        return best;
    }

    /// <summary>The fewest replications for which a two-sided interval exists: min n with 1 − pⁿ − (1−p)ⁿ ≥ γ.</summary>
    /// <param name="probability">p of the quantile, in (0, 1).</param>
    /// <param name="confidence">Level γ in (0, 1); 0.95 unless told otherwise.</param>
    /// <returns>The count: 6, 29, 59, 299 and 2 995 for p = 0.5, 0.9, 0.95, 0.99 and 0.999 at 95 %.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability or level outside (0, 1).</exception>
    /// <remarks>O(log n).</remarks>
    public static int FewestReplications(double probability, double confidence = 0.95)
    {
        RequireShare(probability);
        Estimate.RequireLevel(confidence);
        var count = 1;
        while (MissedByAll(count, probability) > 1 - confidence)
        {
            count = checked(count * 2);
        }

        var tooFew = count / 2;
        while (count - tooFew > 1)
        {
            var middle = tooFew + ((count - tooFew) / 2);
            (tooFew, count) = MissedByAll(middle, probability) > 1 - confidence ? (middle, count) : (tooFew, middle);
        }

        return count;
    }

    private static double Missed(BinomialTable table, int lower, int upper) =>
        table.AtMost(lower - 1) + table.Above(upper - 1);

    private static double MissedByAll(int count, double probability) =>
        Math.Pow(probability, count) + Math.Pow(1 - probability, count);

    private static void RequireShare(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability),
                probability,
                "The probability of a quantile lies between 0 and 1."
            );
        }
    }
}
