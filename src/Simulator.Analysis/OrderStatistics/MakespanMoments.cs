namespace Simulator.Analysis.OrderStatistics;

/// <summary>Mean and standard deviation of a makespan.</summary>
/// <param name="Mean">E[T] in the unit of the laws; null where it is infinite.</param>
/// <param name="StandardDeviation">sd of T in the same unit; null where it is infinite.</param>
/// <remarks>Immutable.</remarks>
public readonly record struct MakespanMoments(double? Mean, double? StandardDeviation)
{
    /// <summary>The moments of a law.</summary>
    /// <param name="law">The law of a makespan.</param>
    /// <returns>Its mean and standard deviation.</returns>
    public static MakespanMoments Of(Law law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return new MakespanMoments(law.Mean(), law.StandardDeviation());
    }

    /// <summary>The moments of independent makespans one after the other: means add, variances add.</summary>
    /// <param name="next">What follows, independent of this.</param>
    /// <returns>The moments of the sum; null where either is.</returns>
    public MakespanMoments Then(MakespanMoments next) =>
        new(
            Mean + next.Mean,
            StandardDeviation is { } first && next.StandardDeviation is { } second
                ? Math.Sqrt((first * first) + (second * second))
                : null
        );
}
