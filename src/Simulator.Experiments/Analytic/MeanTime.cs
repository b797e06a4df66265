namespace Simulator.Experiments.Analytic;

/// <summary>The time of a part of a rollout: mean, the same with nobody in the way, and bounds of the mean, in seconds.</summary>
/// <param name="Mean">E[T].</param>
/// <param name="Floor">E[T] with nothing shared and no limit.</param>
/// <param name="Lower">No mean is smaller: the floor, or the work that the busiest thing must do.</param>
/// <param name="Upper">No mean is larger while nobody idles for nothing: the floor plus all work of all that is shared.</param>
/// <param name="Loads">What each limit has to do in all, by name.</param>
internal sealed record MeanTime(
    double Mean,
    double Floor,
    double Lower,
    double Upper,
    IReadOnlyDictionary<string, double> Loads
)
{
    /// <summary>No time at all.</summary>
    public static readonly MeanTime Zero = Sure(0);

    /// <summary>A time that nothing changes.</summary>
    public static MeanTime Sure(double seconds) =>
        new(seconds, seconds, seconds, seconds, new Dictionary<string, double>(StringComparer.Ordinal));

    /// <summary>One after the other.</summary>
    public MeanTime Then(MeanTime next, double times = 1) =>
        new(
            Mean + (times * next.Mean),
            Floor + (times * next.Floor),
            Lower + (times * next.Lower),
            Upper + (times * next.Upper),
            Loads
                .Keys.Union(next.Loads.Keys, StringComparer.Ordinal)
                .ToDictionary(
                    name => name,
                    name => Loads.GetValueOrDefault(name) + (times * next.Loads.GetValueOrDefault(name)),
                    StringComparer.Ordinal
                )
        );

    /// <summary>A wait that the strategy adds, on no account of anybody's work.</summary>
    public MeanTime Waiting(double seconds) =>
        this with
        {
            Mean = Mean + seconds,
            Lower = Lower + seconds,
            Upper = Upper + seconds,
        };
}
