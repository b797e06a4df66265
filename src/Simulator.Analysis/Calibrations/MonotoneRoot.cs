namespace Simulator.Analysis.Calibrations;

/// <summary>The place at which a monotone function of one variable, rising or falling, changes its sign.</summary>
public static class MonotoneRoot
{
    private const double FirstStep = 0.02;
    private const double Farthest = 8;
    private const double Flat = 1e-7;
    private const double Narrow = 1e-8;
    private const int MostSteps = 200;

    /// <summary>f(x) = 0, by steps that double until the sign changes, then by false position (Illinois).</summary>
    /// <param name="function">Monotone; may have jumps and level pieces, which end the search where it changes its sign.</param>
    /// <param name="start">Where to begin, finite.</param>
    /// <returns>x with |f(x)| below 1e-7 or known to 1e-8; null where the sign is the same from x - 8 to x + 8.</returns>
    /// <remarks>Source: Dowell and Jarratt, "A modified regula falsi method", BIT 11 (1971) 168-174.</remarks>
    public static double? Find(Func<double, double> function, double start)
    {
        ArgumentNullException.ThrowIfNull(function);
        var value = function(start);
        if (Math.Abs(value) < Flat)
        {
            return start;
        }

        var (below, above) = ((At: start, Value: value), (At: start, Value: value));
        for (var step = FirstStep; ; step = Math.Min(2 * step, Farthest))
        {
            var (left, right) = (start - step, start + step);
            var (atLeft, atRight) = (function(left), function(right));
            if (Math.Sign(atLeft) != Math.Sign(value))
            {
                return Narrowed(function, (left, atLeft), below);
            }

            if (Math.Sign(atRight) != Math.Sign(value))
            {
                return Narrowed(function, above, (right, atRight));
            }

            if (step >= Farthest)
            {
                return null;
            }

            (below, above) = ((left, atLeft), (right, atRight));
        }
    }

    /// <summary>False position; the end that stays counts half, and every third step halves, so that jumps do not stall it.</summary>
    private static double Narrowed(
        Func<double, double> function,
        (double At, double Value) low,
        (double At, double Value) high
    )
    {
        var kept = 0;
        for (var step = 1; step <= MostSteps && high.At - low.At > Narrow; step++)
        {
            var at =
                step % 3 == 0
                    ? (low.At + high.At) / 2
                    : ((low.At * high.Value) - (high.At * low.Value)) / (high.Value - low.Value);
            var value = function(at);
            if (Math.Abs(value) < Flat)
            {
                return at;
            }

            if (Math.Sign(value) == Math.Sign(low.Value))
            {
                low = (at, value);
                high.Value = kept == 1 ? high.Value / 2 : high.Value;
                kept = 1;
            }
            else
            {
                high = (at, value);
                low.Value = kept == -1 ? low.Value / 2 : low.Value;
                kept = -1;
            }
        }

        return (low.At + high.At) / 2;
    }
}
