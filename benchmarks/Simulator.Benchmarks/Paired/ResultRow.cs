namespace Simulator.Benchmarks.Paired;

/// <summary>What came out for one contender.</summary>
/// <param name="Workload">The workload and its size.</param>
/// <param name="Contender">Who did it.</param>
/// <param name="EventsPerSecond">Median over rounds, of processor time unless the workload says otherwise.</param>
/// <param name="Ratio">Speed against the first contender of the workload: median of the ratios within a round.</param>
/// <param name="RatioLow">The lowest of these.</param>
/// <param name="RatioHigh">The highest.</param>
/// <param name="BytesPerEvent">Allocated, median.</param>
internal sealed record ResultRow(
    string Workload,
    string Contender,
    double EventsPerSecond,
    double Ratio,
    double RatioLow,
    double RatioHigh,
    double BytesPerEvent
)
{
    /// <summary>The rows of a workload.</summary>
    public static IEnumerable<ResultRow> Of(Workload workload, Measurement[][] found)
    {
        for (var index = 0; index < found.Length; index++)
        {
            var ratios = found[index].Zip(found[0], (own, first) => first.Seconds / own.Seconds).Order().ToArray();
            yield return new ResultRow(
                workload.Name,
                workload.Contenders[index].Name,
                workload.Events / Median(found[index].Select(one => one.Seconds)),
                Median(ratios),
                ratios[0],
                ratios[^1],
                Median(found[index].Select(one => one.AllocatedBytes / workload.Events))
            );
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
