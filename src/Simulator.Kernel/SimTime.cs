using System.Globalization;

namespace Simulator.Kernel;

/// <summary>
/// A point of simulated time, or a span of it: a signed count of nanoseconds from t = 0.
/// </summary>
/// <param name="Nanoseconds">Nanoseconds; a run may reach <see cref="Horizon"/>, 100 years.</param>
/// <remarks>
/// <para><c>default</c> is t = 0, the start of the run.</para>
/// <para>Integer time makes ties exact and results equal on every machine; overflow throws.</para>
/// </remarks>
public readonly record struct SimTime(long Nanoseconds) : IComparable<SimTime>
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The start of the run, and the empty span.</summary>
    public static readonly SimTime Zero;

    /// <summary>100 years of 365 days: no run may go beyond it.</summary>
    public static readonly SimTime Horizon = new(100L * 365 * 86_400 * NanosecondsPerSecond);

    /// <summary>The value in seconds, rounded to the nearest double.</summary>
    public double Seconds => Nanoseconds / (double)NanosecondsPerSecond;

    /// <summary>round(1e9 · seconds), half to even.</summary>
    /// <param name="seconds">Seconds, finite, at most 100 years in magnitude.</param>
    /// <returns>The nearest instant of the clock.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or beyond <see cref="Horizon"/>.</exception>
    public static SimTime FromSeconds(double seconds)
    {
        var nanoseconds = Math.Round(seconds * NanosecondsPerSecond, MidpointRounding.ToEven);
        if (!(Math.Abs(nanoseconds) <= Horizon.Nanoseconds))
        {
            throw new ArgumentOutOfRangeException(
                nameof(seconds),
                seconds,
                "A time must be finite and at most 100 years."
            );
        }

        return new SimTime((long)nanoseconds);
    }

    /// <summary>The span of a <see cref="TimeSpan"/>, exactly (100 ns ticks).</summary>
    /// <param name="span">Any span.</param>
    /// <returns>The same span.</returns>
    public static SimTime From(TimeSpan span) => new(span.Ticks * 100);

    /// <summary>The earlier of two instants.</summary>
    /// <param name="a">An instant, or a span.</param>
    /// <param name="b">Another.</param>
    /// <returns>The earlier, or shorter.</returns>
    public static SimTime Min(SimTime a, SimTime b) => a.Nanoseconds <= b.Nanoseconds ? a : b;

    /// <summary>The later of two instants.</summary>
    /// <param name="a">An instant, or a span.</param>
    /// <param name="b">Another.</param>
    /// <returns>The later, or longer.</returns>
    public static SimTime Max(SimTime a, SimTime b) => a.Nanoseconds >= b.Nanoseconds ? a : b;

    /// <summary>The instant a span later.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">A span.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="OverflowException">Beyond 64 bits.</exception>
    public static SimTime Add(SimTime left, SimTime right) => left + right;

    /// <summary>The span between two instants.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">An instant, or a span.</param>
    /// <returns>The difference, negative where left is the earlier.</returns>
    /// <exception cref="OverflowException">Beyond 64 bits.</exception>
    public static SimTime Subtract(SimTime left, SimTime right) => left - right;

    /// <inheritdoc/>
    public int CompareTo(SimTime other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Seconds with nine decimals at most, such as <c>12.5 s</c>.</summary>
    public override string ToString() =>
        ((decimal)Nanoseconds / NanosecondsPerSecond).ToString("0.#########", CultureInfo.InvariantCulture) + " s";

    /// <summary>Sum; overflow throws.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">A span.</param>
    /// <exception cref="OverflowException">Beyond 64 bits.</exception>
    public static SimTime operator +(SimTime left, SimTime right) => new(left.Nanoseconds + right.Nanoseconds);

    /// <summary>Difference; overflow throws.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">An instant, or a span.</param>
    /// <exception cref="OverflowException">Beyond 64 bits.</exception>
    public static SimTime operator -(SimTime left, SimTime right) => new(left.Nanoseconds - right.Nanoseconds);

    /// <summary>Earlier than.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">Another.</param>
    public static bool operator <(SimTime left, SimTime right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Later than.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">Another.</param>
    public static bool operator >(SimTime left, SimTime right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Not later than.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">Another.</param>
    public static bool operator <=(SimTime left, SimTime right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Not earlier than.</summary>
    /// <param name="left">An instant, or a span.</param>
    /// <param name="right">Another.</param>
    public static bool operator >=(SimTime left, SimTime right) => left.Nanoseconds >= right.Nanoseconds;
}
