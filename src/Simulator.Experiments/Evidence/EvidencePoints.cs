using System.Globalization;
using System.Text;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Scenarios.Data;

namespace Simulator.Experiments.Evidence;

/// <summary>Reads a CSV file of measured points with the columns case, n and seconds; others are passed over.</summary>
internal static class EvidencePoints
{
    private const int MostRows = 1_000_000;
    private static readonly string[] Names = ["case", "n", "seconds"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Takes the rows that cannot be used.</param>
    /// <returns>The other rows, in the order of the file.</returns>
    /// <exception cref="EvidenceException">It cannot be read, or lacks a column.</exception>
    public static IReadOnlyList<EvidencePoint> Read(string file, LogProblems problems)
    {
        try
        {
            using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(new CsvRows(text), file, problems);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvidenceException($"{file}: the file of points does not exist");
        }
        catch (Exception failed) when (failed is DecoderFallbackException or InvalidDataException)
        {
            throw new EvidenceException($"{file}: {failed.Message.TrimEnd('.')}");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new EvidenceException($"{file}: the file of points cannot be read");
        }
    }

    private static List<EvidencePoint> Read(CsvRows rows, string file, LogProblems problems)
    {
        var row = new List<string>();
        var places = rows.Read(row) ? Array.ConvertAll(Names, name => row.IndexOf(name)) : [-1, -1, -1];
        var missing = Names.Where((_, place) => places[place] < 0).ToList();
        if (missing.Count > 0)
        {
            throw new EvidenceException(
                $"{file}: the first row names no column {string.Join(", ", missing)}; case, n and seconds are needed"
            );
        }

        var points = new List<EvidencePoint>();
        var seen = new Dictionary<(string, decimal), int>();
        while (rows.Read(row))
        {
            if (points.Count == MostRows)
            {
                throw new EvidenceException($"{file}: more than {MostRows:N0} rows");
            }

            var fields = Array.ConvertAll(places, place => place < row.Count ? row[place] : "");
            if (Checked(rows.Line, fields, problems) is { } point)
            {
                if (seen.TryAdd((point.Case, point.N), point.Row))
                {
                    points.Add(point);
                    continue;
                }

                var first = seen[(point.Case, point.N)];
                problems.Add(point.Row, "duplicate", $"{point.Case} at n = {point.N} stands in row {first} already");
            }
        }

        return points;
    }

    /// <summary>A row without problems; what is wrong with one is told all at once.</summary>
    private static EvidencePoint? Checked(int row, string[] fields, LogProblems problems)
    {
        var hasCase = fields[0].Length > 0;
        var isCount = decimal.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n > 0;
        var isTime =
            double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds)
            && seconds > 0;
        if (!hasCase)
        {
            problems.Add(row, "case", "the case is missing");
        }

        if (!isCount)
        {
            problems.Add(row, "n", $"n is '{Shown(fields[1])}', and a number above 0 is needed");
        }

        if (!isTime)
        {
            problems.Add(row, "seconds", $"seconds is '{Shown(fields[2])}', and a number above 0 is needed");
        }

        return hasCase && isCount && isTime ? new EvidencePoint(row, fields[0], n, seconds) : null;
    }

    private static string Shown(string text) =>
        new([.. text.Take(40).Select(character => char.IsControl(character) ? ' ' : character)]);
}
