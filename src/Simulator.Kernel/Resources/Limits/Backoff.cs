namespace Simulator.Kernel.Resources.Limits;

/// <summary>
/// The pause before try k + 1: min(cap, delay · factor^(k-1)), times a uniform draw in [1 - jitter, 1] where there is jitter.
/// </summary>
public sealed record Backoff
{
    /// <summary>The first pause, at least 0.</summary>
    public required SimTime Delay { get; init; }

    /// <summary>Growth of the pause from try to try, at least 1; 1 is a fixed pause.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>The longest pause; unlimited where it is null.</summary>
    public SimTime? Cap { get; init; }

    /// <summary>Share of the pause that is random, in [0, 1].</summary>
    public double Jitter { get; init; }

    /// <summary>Tries after the first, at least 0; unlimited where it is null.</summary>
    public int? Limit { get; init; }

    /// <summary>The pause after failed try k, before jitter.</summary>
    /// <param name="attempt">k, from 1.</param>
    /// <returns>The pause.</returns>
    public SimTime After(int attempt)
    {
        var seconds = Delay.Seconds;
        var cap = Math.Min(Cap?.Seconds ?? double.PositiveInfinity, SimTime.Horizon.Seconds);
        for (var step = 1; step < attempt && seconds < cap && Factor > 1; step++)
        {
            seconds *= Factor;
        }

        return SimTime.FromSeconds(Math.Min(seconds, cap));
    }

    /// <summary>The pause after failed try k, with jitter.</summary>
    /// <param name="attempt">k, from 1.</param>
    /// <param name="u">A uniform number in (0, 1).</param>
    /// <returns>The pause, not longer than without jitter.</returns>
    public SimTime After(int attempt, double u)
    {
        var pause = After(attempt);
        return Jitter <= 0 ? pause : SimTime.FromSeconds(pause.Seconds * (1 - (Jitter * u)));
    }
}
