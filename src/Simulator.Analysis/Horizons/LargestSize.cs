namespace Simulator.Analysis.Horizons;

/// <summary>The largest N for which something holds, where it holds up to some N and no further.</summary>
public static class LargestSize
{
    /// <summary>max N in [1, most] with holds(N), by doubling and bisection.</summary>
    /// <param name="holds">True for all N up to the answer and false above; asked O(log N) times.</param>
    /// <param name="most">The largest N that is looked at, ≥ 1; 2^52 unless told otherwise.</param>
    /// <returns>The largest N; 0 where not even 1 holds; <paramref name="most"/> where all hold.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1.</exception>
    public static long Where(Func<long, bool> holds, long most = 1L << 52)
    {
        ArgumentNullException.ThrowIfNull(holds);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        long low = 0,
            high = 1;
        while (holds(high))
        {
            low = high;
            if (high == most)
            {
                return most;
            }

            high = Math.Min(high * 2, most);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>max N with T(N) ≤ budget, for a makespan that does not fall with N.</summary>
    /// <param name="makespan">T(N) in seconds; null counts as longer than any budget.</param>
    /// <param name="budget">Budget in seconds; equality counts, with a slack of 1e-12 for rounding.</param>
    /// <param name="most">The largest N that is looked at.</param>
    /// <returns>The largest N; 0 where not even one node fits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1.</exception>
    public static long Within(Func<long, double?> makespan, double budget, long most = 1L << 52)
    {
        ArgumentNullException.ThrowIfNull(makespan);
        return Where(nodes => makespan(nodes) <= budget + (1e-12 * Math.Abs(budget)), most);
    }
}
