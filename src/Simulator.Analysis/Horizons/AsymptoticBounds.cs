namespace Simulator.Analysis.Horizons;

/// <summary>What a closed loop of N customers who think and then visit stations can do at most.</summary>
/// <remarks>
/// <para>Times in seconds. Stateless.</para>
/// <para>Source: P. J. Denning and J. P. Buzen, The operational analysis of queueing network models, <i>Computing Surveys</i>
/// 10(3), 1978, section 5.</para>
/// </remarks>
public static class AsymptoticBounds
{
    /// <summary>N* = (Z + Σ D) / max D: from here on customers must wait for each other, and throughput nears 1 / max D.</summary>
    /// <param name="thinkSeconds">Z ≥ 0, between two visits.</param>
    /// <param name="demands">D &gt; 0 of each single-server station, seconds a visit; at least one.</param>
    /// <returns>N*, not rounded.</returns>
    /// <exception cref="ArgumentException">No demand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time that is not finite, a demand that is not positive.</exception>
    public static double SaturationPopulation(double thinkSeconds, IReadOnlyList<double> demands)
    {
        ArgumentNullException.ThrowIfNull(demands);
        if (demands.Count == 0)
        {
            throw new ArgumentException("A loop without stations never saturates.", nameof(demands));
        }

        foreach (var demand in demands)
        {
            if (!(demand > 0 && double.IsFinite(demand)))
            {
                throw new ArgumentOutOfRangeException(nameof(demands), demand, "Demands are finite and positive.");
            }
        }

        if (!(thinkSeconds >= 0 && double.IsFinite(thinkSeconds)))
        {
            throw new ArgumentOutOfRangeException(nameof(thinkSeconds), thinkSeconds, "Thinking takes a finite time.");
        }

        return (thinkSeconds + demands.Sum()) / demands.Max();
    }
}
