namespace Simulator.Benchmarks.Paired;

/// <summary>
/// Does a workload in rounds, every contender once a round, one after the other: where the machine's speed drifts, the
/// ratio of two neighbours in time drifts little.
/// </summary>
internal static class PairedRun
{
    /// <summary>A round that is not counted, then the counted ones.</summary>
    /// <returns>Shape [contenders][rounds].</returns>
    public static Measurement[][] Of(Workload workload, int rounds)
    {
        var found = workload.Contenders.Select(_ => new Measurement[rounds]).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var index = 0; index < found.Length; index++)
            {
                var measurement = Measurement.Of(workload.Contenders[index], workload.Repeats, workload.CountsWallTime);
                if (round >= 0)
                {
                    found[index][round] = measurement;
                }
            }
        }

        return found;
    }
}
