using System.Globalization;
using CsvHelper;

namespace Simulator.Benchmarks.Paired;

/// <summary>Does all workloads, or those whose names contain a text, and prints and writes the table.</summary>
internal static class Results
{
    private const int Rounds = 7;

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
            Write(rows, stream);
        }
    }

    private static void Write(List<ResultRow> rows, Stream stream)
    {
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" });
        string[] head =
        [
            "workload",
            "contender",
            "events_per_s",
            "ratio",
            "ratio_low",
            "ratio_high",
            "bytes_per_event",
        ];
        foreach (var name in head)
        {
            writer.WriteField(name);
        }

        foreach (var row in rows)
        {
            writer.EndRecord();
            writer.WriteField(row.Workload);
            writer.WriteField(row.Contender);
            writer.WriteField(row.EventsPerSecond.ToString("0", CultureInfo.InvariantCulture));
            foreach (var figure in (double[])[row.Ratio, row.RatioLow, row.RatioHigh, row.BytesPerEvent])
            {
                writer.WriteField(figure.ToString("0.000", CultureInfo.InvariantCulture));
            }
        }

        writer.EndRecord();
    }

    private static void Print(ResultRow row) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Workload, -26}  {row.Contender, -26}  {row.EventsPerSecond / 1e6, 8:F2} M/s  x {row.Ratio:F2} ({row.RatioLow:F2} to {row.RatioHigh:F2})  {row.BytesPerEvent:F1} B"
            )
        );
}
