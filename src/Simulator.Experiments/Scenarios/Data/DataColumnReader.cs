using System.Globalization;
using System.Security.Cryptography;
using Simulator.Experiments.Files;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Data;

/// <summary>Reads one column of durations from a CSV file whose first row names the columns.</summary>
/// <param name="shown">The path as the scenario writes it.</param>
/// <param name="column">The column; empty where the file has one only.</param>
/// <param name="seconds">Seconds in one unit of the numbers.</param>
internal sealed class DataColumnReader(string shown, string column, double seconds)
{
    private const long MostBytes = 64L << 20;
    private const int MostValues = 5_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>The column, or why it cannot be used.</returns>
    public DataColumn Read(string path)
    {
        try
        {
            if (PlainFile.LengthOf(path) == 0)
            {
                return Bad("is empty, or no plain file", "a row of column names and rows of numbers are needed", "");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > MostBytes)
            {
                return Bad("is larger than 64 MiB", "", "Keep the column that is used, or a sample of its rows.");
            }

            var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Position = 0;
            using var text = new StreamReader(stream);
            return ReadRows(new CsvRows(text), hash);
        }
        catch (InvalidDataException refused)
        {
            return Bad("is no table: " + refused.Message, "", "");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Bad("does not exist", "", "The path starts at the folder of the scenario.");
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Bad("cannot be read", "", "");
        }
    }

    private DataColumn ReadRows(CsvRows rows, string hash)
    {
        var (row, values) = (new List<string>(), new List<double>());
        if (!rows.Read(row))
        {
            return Bad("is empty", "a row of column names and rows of numbers are needed", "");
        }

        if (FindColumn(row, out var index) is { } problem)
        {
            return new DataColumn([], "", problem);
        }

        var name = row[index];
        while (rows.Read(row))
        {
            var cell = index < row.Count ? row[index] : "";
            if (!TryRead(cell, out var value))
            {
                var found = $"has {IssueList.Quote(cell)} in row {rows.Line}, column {IssueList.Quote(name)}";
                return Bad(found, "a number from 0 to 100 years is needed", "");
            }

            values.Add(value);
            if (values.Count > MostValues)
            {
                return Bad($"has more than {MostValues:N0} rows", "", "Keep a sample of its rows.");
            }
        }

        return values.Count == 0
            ? Bad("has no row below its column names", "numbers are needed", "")
            : new DataColumn(values, hash, null);
    }

    private bool TryRead(string cell, out double value)
    {
        var isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value *= seconds;
        return isNumber && value >= 0 && value <= SimTime.Horizon.Seconds && !cell.StartsWith('-');
    }

    private DataProblem? FindColumn(List<string> header, out int index)
    {
        index = column.Length == 0 ? 0 : header.IndexOf(column);
        var shownNames = string.Join(", ", header.Take(20).Select(IssueList.Quote));
        if (column.Length == 0 && header.Count > 1)
        {
            var cure = $"Write '{{ file: {shown}, column: {header[^1]}, unit: s }}'; columns are {shownNames}.";
            return Bad($"has {header.Count} columns", "the name of one is needed", cure).Problem;
        }

        if (index < 0)
        {
            var cure = Suggestion.Sentence(column, header, "Columns there");
            return new DataProblem(
                $"{IssueList.Quote(column)} is no column of {IssueList.Quote(shown)}",
                "",
                cure,
                true
            );
        }

        return double.TryParse(header[index], NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? Bad($"begins with {IssueList.Quote(header[index])}", "its first row has to name the columns", "").Problem
            : null;
    }

    private DataColumn Bad(string found, string expected, string cure) =>
        new([], "", new DataProblem($"{IssueList.Quote(shown)} {found}", expected, cure));
}
