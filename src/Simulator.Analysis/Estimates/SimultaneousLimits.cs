namespace Simulator.Analysis.Estimates;

/// <summary>Levels for claims over many cells at once: with m claims each interval gets the level 1 − (1 − γ) / m.</summary>
public static class SimultaneousLimits
{
    /// <summary>The level of each of m intervals that hold together with level γ: 1 − (1 − γ) / m (Bonferroni).</summary>
    /// <param name="familyConfidence">Level γ of all claims together, in (0, 1).</param>
    /// <param name="claims">Number m of claims, ≥ 1.</param>
    /// <returns>The level for each interval, in [γ, 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level outside (0, 1) or fewer than one claim.</exception>
    /// <remarks>
    /// <para>Holds for any dependence between the cells; common random numbers make it conservative.</para>
    /// <para>Source: A. M. Law, <i>Simulation Modeling and Analysis</i>, 5th ed., 2015, section 9.7.</para>
    /// </remarks>
    public static double Bonferroni(double familyConfidence, int claims)
    {
        Estimate.RequireLevel(familyConfidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(claims, 1);
        return 1 - ((1 - familyConfidence) / claims);
    }

    /// <summary>Step-down adjusted p-values: p̃₍i₎ = max over j ≤ i of min(1, (m − j + 1) p₍j₎), in the order given.</summary>
    /// <param name="pValues">One p-value per claim, shape [m], each in [0, 1].</param>
    /// <returns>Adjusted p-values, shape [m], position by position; reject where one is ≤ 1 − γ.</returns>
    /// <exception cref="ArgumentException">A p-value outside [0, 1].</exception>
    /// <remarks>
    /// <para>Never weaker than Bonferroni, valid for any dependence. O(m log m).</para>
    /// <para>Source: S. Holm, "A simple sequentially rejective multiple test procedure", 1979.</para>
    /// </remarks>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = new double[pValues.Count];
        var running = 0.0;
        var rank = 0;
        foreach (var index in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]))
        {
            if (!(pValues[index] >= 0 && pValues[index] <= 1))
            {
                throw new ArgumentException($"p-value {index} is {pValues[index]}.", nameof(pValues));
            }

            running = Math.Max(running, Math.Min(1, (pValues.Count - rank) * pValues[index]));
            adjusted[index] = running;
            rank++;
        }

        return adjusted;
    }
}
