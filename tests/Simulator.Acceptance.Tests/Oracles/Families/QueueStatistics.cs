namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>One replication of a queue in a few numbers.</summary>
internal sealed record QueueStatistics(
    double MeanWait,
    double ShareWaiting,
    double QueueLength,
    IReadOnlyDictionary<double, double> WaitQuantiles,
    IReadOnlyDictionary<double, double> StayQuantiles
)
{
    public static QueueStatistics Of(QueueRun run, IReadOnlyList<double> probabilities) =>
        new(
            run.Waits.Average(),
            (double)run.Waits.Count(wait => wait > 0) / run.Waits.Length,
            run.QueueLength,
            Quantiles(run.Waits, probabilities),
            Quantiles(run.Stays, probabilities)
        );

    private static Dictionary<double, double> Quantiles(double[] values, IReadOnlyList<double> probabilities)
    {
        var sorted = probabilities.Count > 0 ? values.Order().ToArray() : values;
        return probabilities.ToDictionary(p => p, p => sorted[(int)Math.Ceiling(p * sorted.Length) - 1]);
    }
}
