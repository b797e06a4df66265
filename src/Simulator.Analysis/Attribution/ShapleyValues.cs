namespace Simulator.Analysis.Attribution;

/// <summary>
/// Shares of players in a set function: φ_i = Σ over S without i of |S|! (f − |S| − 1)! / f! · (v(S ∪ i) − v(S)), the mean
/// of what i adds over all f! orders of joining.
/// </summary>
/// <remarks>
/// The only shares that add up to v(all) − v(∅), treat equals equally, give nothing to who adds nothing, and are linear
/// in v. Accounting, not advice: who is hidden behind another gets a share. Source: L. S. Shapley, "A value for n-person
/// games", 1953. Pure functions, thread-safe.
/// </remarks>
public static class ShapleyValues
{
    /// <summary>The most players whose coalitions are all looked at.</summary>
    public const int MostPlayers = 20;

    /// <summary>The shares, from all coalitions.</summary>
    /// <param name="values">
    /// v by coalition, shape [2^f], f ≤ <see cref="MostPlayers"/>: bit i of the index says whether player i is in. Finite,
    /// in any unit.
    /// </param>
    /// <returns>φ, shape [f], in the unit of v; adds up to v(all) − v(∅) but for rounding. O(f 2^f).</returns>
    /// <exception cref="ArgumentException">The number of coalitions is no power of two, or too large.</exception>
    public static double[] Exact(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var coalitions = values.Count;
        if (coalitions is < 1 or > 1 << MostPlayers || !int.IsPow2(coalitions))
        {
            throw new ArgumentException(
                $"{coalitions} values are not one for each coalition of at most {MostPlayers} players.",
                nameof(values)
            );
        }

        var players = int.Log2(coalitions);
        var weights = Weights(players);
        var shares = new double[players];
        for (var coalition = 0; coalition < coalitions; coalition++)
        {
            var weight = weights[int.PopCount(coalition)];
            for (var player = 0; player < players; player++)
            {
                var joined = coalition | (1 << player);
                shares[player] += joined == coalition ? 0 : weight * (values[joined] - values[coalition]);
            }
        }

        return shares;
    }

    /// <summary>What each player adds when all join in one order: one draw of the shares.</summary>
    /// <param name="order">A permutation of 0 .. f − 1, f ≤ 64.</param>
    /// <param name="value">v of a coalition, bit i for player i; asked f + 1 times, from ∅ to all.</param>
    /// <returns>Shape [f]; adds up to v(all) − v(∅). Over random orders its mean is φ.</returns>
    /// <remarks>Source: J. Castro, D. Gómez and J. Tejada, "Polynomial calculation of the Shapley value", 2009.</remarks>
    public static double[] Along(IReadOnlyList<int> order, Func<ulong, double> value)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(value);
        var added = new double[order.Count];
        var coalition = 0UL;
        var before = value(coalition);
        foreach (var player in order)
        {
            coalition |= 1UL << player;
            var after = value(coalition);
            added[player] = after - before;
            before = after;
        }

        return added;
    }

    /// <summary>w(s) = s! (f − s − 1)! / f! by w(0) = 1/f, w(s) = w(s − 1) · s / (f − s).</summary>
    private static double[] Weights(int players)
    {
        var weights = new double[players + 1];
        for (var size = 0; size < players; size++)
        {
            weights[size] = size == 0 ? 1.0 / players : weights[size - 1] * size / (players - size);
        }

        return weights;
    }
}
