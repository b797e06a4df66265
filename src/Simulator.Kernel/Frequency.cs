namespace Simulator.Kernel;

/// <summary>Events per time as an exact ratio: <c>Count</c> in each <c>Period</c>.</summary>
/// <param name="Count">Events, at least 1.</param>
/// <param name="Period">The time in which they happen, above zero.</param>
/// <remarks>
/// <para>A ratio and not a double, so that 20 tokens a second at three a minute stay exact on the integer clock.</para>
/// <para><c>default</c> is not a valid frequency.</para>
/// </remarks>
public readonly record struct Frequency(long Count, SimTime Period)
{
    /// <summary>Events per second.</summary>
    public double PerSecond => Count / Period.Seconds;

    /// <summary>Count events each second.</summary>
    /// <param name="count">Events, at least 1.</param>
    /// <returns>The frequency.</returns>
    public static Frequency FromPerSecond(long count) => new(count, new SimTime(SimTime.NanosecondsPerSecond));
}
