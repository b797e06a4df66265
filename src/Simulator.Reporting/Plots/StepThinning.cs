using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Plots;

/// <summary>Leaves of a count over time what can be seen: first, least, greatest and last of each column of pixels.</summary>
internal static class StepThinning
{
    /// <summary>Thins a series for a picture.</summary>
    /// <param name="series">Instants and counts.</param>
    /// <param name="end">The right end of the axis, in seconds, above 0; the last count holds until there.</param>
    /// <param name="columns">Columns of pixels.</param>
    /// <returns>Instants and counts in the order of time.</returns>
    public static (double[] Seconds, double[] Counts) Thin(TimeSeries series, double end, int columns)
    {
        var kept = new List<int>();
        var count = Math.Min(series.Seconds.Count, series.Counts.Count);
        if (count <= 4 * columns)
        {
            kept.AddRange(Enumerable.Range(0, count));
        }
        else
        {
            KeepExtremes(series, end, columns, kept);
        }

        var seconds = kept.Select(place => series.Seconds[place]).ToList();
        var counts = kept.Select(place => series.Counts[place]).ToList();
        if (count > 0 && seconds[^1] < end)
        {
            seconds.Add(end);
            counts.Add(counts[^1]);
        }

        return ([.. seconds], [.. counts]);
    }

    private static void KeepExtremes(TimeSeries series, double end, int columns, List<int> kept)
    {
        for (int first = 0, next; first < series.Seconds.Count; first = next)
        {
            var column = ColumnOf(series.Seconds[first], end, columns);
            var (least, greatest) = (first, first);
            for (
                next = first;
                next < series.Seconds.Count && ColumnOf(series.Seconds[next], end, columns) == column;
                next++
            )
            {
                least = series.Counts[next] < series.Counts[least] ? next : least;
                greatest = series.Counts[next] > series.Counts[greatest] ? next : greatest;
            }

            kept.AddRange(new SortedSet<int> { first, least, greatest, next - 1 });
        }
    }

    private static int ColumnOf(double seconds, double end, int columns) =>
        Math.Clamp((int)(seconds / end * columns), 0, columns);
}
