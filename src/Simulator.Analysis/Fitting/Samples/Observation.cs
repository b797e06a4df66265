namespace Simulator.Analysis.Fitting.Samples;

/// <summary>What is known of a duration X: X = Low where both ends are equal, else Low &lt; X ≤ High.</summary>
/// <param name="Low">Lower end in seconds, finite, ≥ 0.</param>
/// <param name="High">Upper end, ≥ Low and &gt; 0; +∞ where it had not ended when last seen.</param>
/// <param name="Count">How often this was observed, &gt; 0; a mean where observations were merged.</param>
public readonly record struct Observation(double Low, double High, double Count = 1)
{
    /// <summary>Whether the duration is known.</summary>
    public bool IsExact => Low == High;

    /// <summary>Whether only a lower end is known.</summary>
    public bool IsCensored => double.IsPositiveInfinity(High);

    /// <summary>The value itself, the middle of an interval, or the lower end where there is no upper one.</summary>
    internal double Middle => IsCensored ? Low : 0.5 * (Low + High);
}
