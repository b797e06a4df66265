namespace Simulator.Kernel.ServiceCenters;

/// <summary>When a center works: in windows that repeat with a period, each from its first instant to before its last.</summary>
/// <remarks>Service under way stands still while the center is closed. Thread safety: immutable.</remarks>
public sealed class OpeningHours
{
    private readonly (long From, long To)[] _windows;

    /// <summary>Makes hours of windows.</summary>
    /// <param name="period">After which the windows repeat, counted from t = 0; positive.</param>
    /// <param name="windows">Within the period, at least one, each longer than nothing, in order, none overlapping.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period that is not positive.</exception>
    /// <exception cref="ArgumentException">No window, or one that is empty, out of order or beyond the period.</exception>
    public OpeningHours(SimTime period, params IReadOnlyList<(SimTime From, SimTime To)> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentOutOfRangeException.ThrowIfLessThan(period.Nanoseconds, 1, nameof(period));
        if (windows.Count == 0)
        {
            throw new ArgumentException("Without a window the center never opens.", nameof(windows));
        }

        var closedUntil = SimTime.Zero;
        foreach (var (from, to) in windows)
        {
            if (from < closedUntil || to <= from || to > period)
            {
                throw new ArgumentException(
                    $"Window {from} to {to}: it must begin at {closedUntil} or later, last, and end within {period}.",
                    nameof(windows)
                );
            }

            closedUntil = to;
        }

        Period = period;
        _windows = [.. windows.Select(window => (window.From.Nanoseconds, window.To.Nanoseconds))];
    }

    /// <summary>After which the windows repeat.</summary>
    public SimTime Period { get; }

    /// <summary>The windows of a period, in order.</summary>
    public IReadOnlyList<(SimTime From, SimTime To)> Windows =>
        [.. _windows.Select(window => (new SimTime(window.From), new SimTime(window.To)))];

    /// <summary>Whether the center works from an instant on.</summary>
    /// <param name="instant">Not negative.</param>
    /// <returns>True from the first instant of a window to before its last.</returns>
    public bool IsOpen(SimTime instant)
    {
        var phase = instant.Nanoseconds % Period.Nanoseconds;
        return Array.Exists(_windows, window => window.From <= phase && phase < window.To);
    }

    /// <summary>The next beginning or end of a window.</summary>
    /// <param name="instant">Not negative.</param>
    /// <returns>The first one after the instant.</returns>
    public SimTime NextChange(SimTime instant)
    {
        var phase = instant.Nanoseconds % Period.Nanoseconds;
        foreach (var (from, to) in _windows)
        {
            if (phase < to)
            {
                return instant + new SimTime((phase < from ? from : to) - phase);
            }
        }

        return instant + new SimTime(Period.Nanoseconds - phase + _windows[0].From);
    }
}
