using System.Globalization;
using Simulator.Reporting.Tables;

namespace Simulator.Benchmarks.Paired;

/// <summary>Does all workloads, or those whose names contain a text, and prints and writes the table.</summary>
internal static class Results
{
    private const int Rounds = 7;
    private const int Digits = 3;

    /// <param name="wanted">Part of the names of the workloads, or empty for all.</param>
    /// <param name="path">A CSV file to write, or null.</param>
    public static void Make(string wanted, string? path)
    {
        var rows = new List<ResultRow>();
        foreach (var workload in Workloads.All().Where(one => one.Name.Contains(wanted, StringComparison.Ordinal)))
        {
            foreach (var row in ResultRow.Of(workload, PairedRun.Of(workload, Rounds)))
            {
                rows.Add(row);
                Print(row);
            }
        }

        if (path is not null)
        {
            using var stream = File.Create(path);
            CsvTables.Write(TableOf(rows), stream);
        }
    }

    private static Table TableOf(IEnumerable<ResultRow> rows) =>
        new(
            "paired",
            ["workload", "contender", "events_per_s", "ratio", "ratio_low", "ratio_high", "bytes_per_event"],
            rows.Select(row =>
                (IReadOnlyList<Field>)
                    [
                        Field.Of(row.Workload),
                        Field.Of(row.Contender),
                        Field.Of((long)row.EventsPerSecond),
                        Rounded(row.Ratio),
                        Rounded(row.RatioLow),
                        Rounded(row.RatioHigh),
                        Rounded(row.BytesPerEvent),
                    ]
            )
        );

    private static Field Rounded(double figure) => Field.Of(Math.Round(figure, Digits, MidpointRounding.ToEven));

    private static void Print(ResultRow row) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Workload, -26}  {row.Contender, -26}  {row.EventsPerSecond / 1e6, 8:F2} M/s  x {row.Ratio:F2} ({row.RatioLow:F2} to {row.RatioHigh:F2})  {row.BytesPerEvent:F1} B"
            )
        );
}
