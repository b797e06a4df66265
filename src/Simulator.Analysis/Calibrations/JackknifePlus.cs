namespace Simulator.Analysis.Calibrations;

/// <summary>
/// A prediction interval from leaving points out: [min_i (m_i - r_i), max_i (m_i + r_i)], where m_i is what the model says
/// without point i, and r_i is how far it then misses point i.
/// </summary>
/// <remarks>
/// <para>
/// It widens where the points bind the model badly, far from them for instance. For points that are exchangeable with the
/// predicted one it covers with probability at least (n - 1)/(n + 1); points at chosen places are not, so beyond the greatest
/// of them it is no more than an honest guess.
/// </para>
/// <para>
/// Source: R. F. Barber, E. J. Candès, A. Ramdas and R. J. Tibshirani, "Predictive inference with the jackknife+", The Annals
/// of Statistics 49 (2021) 486-507, section 2, with the least α, 1/(n + 1).
/// </para>
/// </remarks>
public static class JackknifePlus
{
    /// <summary>The least number of points.</summary>
    public const int LeastPoints = 3;

    /// <summary>The interval.</summary>
    /// <param name="predictions">m_i, one for each point left out; at least three.</param>
    /// <param name="misses">r_i, in the same order and unit; the sign does not matter.</param>
    /// <returns>Both ends.</returns>
    /// <exception cref="ArgumentException">Fewer than three, or not as many misses as predictions.</exception>
    public static (double Low, double High) Interval(IReadOnlyList<double> predictions, IReadOnlyList<double> misses)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(misses);
        if (predictions.Count < LeastPoints || misses.Count != predictions.Count)
        {
            throw new ArgumentException(
                $"{predictions.Count} predictions and {misses.Count} misses: as many of both and at least {LeastPoints} are needed.",
                nameof(predictions)
            );
        }

        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var place = 0; place < predictions.Count; place++)
        {
            low = Math.Min(low, predictions[place] - Math.Abs(misses[place]));
            high = Math.Max(high, predictions[place] + Math.Abs(misses[place]));
        }

        return (low, high);
    }
}
