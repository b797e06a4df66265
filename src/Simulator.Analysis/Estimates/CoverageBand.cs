namespace Simulator.Analysis.Estimates;

/// <summary>
/// Counts of hits that a nominal interval may have in a coverage experiment: P(hits &lt; lo) ≤ α/2 and P(hits > hi) ≤ α/2.
/// </summary>
/// <param name="Lower">Least count lo that passes.</param>
/// <param name="Upper">Greatest count hi that passes.</param>
/// <remarks>Immutable.</remarks>
public sealed record CoverageBand(int Lower, int Upper)
{
    /// <summary>The exact two-sided binomial band of a coverage experiment.</summary>
    /// <param name="experiments">Number M of independent macro-replications, ≥ 1.</param>
    /// <param name="level">Nominal coverage in (0, 1).</param>
    /// <param name="falseAlarm">Probability α in (0, 1) that an honest interval fails.</param>
    /// <returns>The band; 1860..1936 for M = 2000, 95 %, α = 1e-4.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter outside its range.</exception>
    /// <remarks>O(M).</remarks>
    public static CoverageBand For(int experiments, double level, double falseAlarm)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(experiments, 1);
        Estimate.RequireLevel(level);
        Estimate.RequireLevel(falseAlarm);
        var table = new BinomialTable(experiments, level);
        var lower = 0;
        while (table.AtMost(lower) < falseAlarm / 2)
        {
            lower++;
        }

        var upper = experiments;
        while (upper > 0 && table.Above(upper - 1) <= falseAlarm / 2)
        {
            upper--;
        }

        return new CoverageBand(lower, upper);
    }
}
