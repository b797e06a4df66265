using System.Globalization;
using Simulator.Reporting.Tables;

namespace Simulator.Benchmarks.Commands;

/// <summary>Runs all commands in rounds, so that neighbours in the table are neighbours in time, and prints and writes the table.</summary>
internal static class CommandResults
{
    private const int Digits = 3;
    private const double Megabyte = 1e6;

    /// <param name="executable">The tool: a program, or a library that <c>dotnet</c> runs.</param>
    /// <param name="path">A CSV file to write, or null.</param>
    public static void Make(string executable, string? path)
    {
        var cases = CommandCases.All().ToList();
        var run = new CommandRun(executable);
        var costs = cases.Select(_ => new List<CommandCost>()).ToList();
        for (var round = 0; cases.Exists(command => command.Rounds > round); round++)
        {
            for (var index = 0; index < cases.Count; index++)
            {
                if (cases[index].Rounds > round)
                {
                    costs[index].Add(run.Of(cases[index].Arguments));
                }
            }
        }

        var rows = cases.Select((command, index) => CommandRow.Of(command, costs[index])).ToList();
        rows.ForEach(Print);
        PrintSlope(rows, CommandCases.Memory, "node");
        PrintSlope(rows, CommandCases.Growth, "replication");
        var gains = Costs(CommandCases.OneThread)
            .Zip(Costs(CommandCases.TwoThreads), (one, two) => one.WallSeconds / two.WallSeconds)
            .Order()
            .ToList();
        Print($"two threads: x {gains[gains.Count / 2]:F2} ({gains[0]:F2} to {gains[^1]:F2})");
        if (path is not null)
        {
            using var stream = File.Create(path);
            CsvTables.Write(TableOf(rows), stream);
        }

        List<CommandCost> Costs(string name) => costs[cases.FindIndex(command => command.Name == name)];
    }

    /// <summary>Least squares of peak memory over size: what one more of them takes.</summary>
    private static void PrintSlope(List<CommandRow> rows, string name, string unit)
    {
        var points = rows.Where(row => row.Case.Name == name).ToList();
        var size = points.Average(row => (double)row.Case.Size);
        var peak = points.Average(row => (double)row.Cost.PeakBytes);
        var slope =
            points.Sum(row => (row.Case.Size - size) * (row.Cost.PeakBytes - peak))
            / points.Sum(row => (row.Case.Size - size) * (row.Case.Size - size));
        Print($"{name}: {(peak - (slope * size)) / Megabyte:F0} MB + {slope:F1} B a {unit}");
    }

    private static void Print(CommandRow row) =>
        Print(
            $"{row.Case.Name, -26} {row.Case.Size, 10} {row.Cost.WallSeconds, 8:F2} s {row.Cost.FirstLineSeconds, 8:F2} s {row.Cost.ProcessorSeconds, 8:F2} s {row.Cost.PeakBytes / Megabyte, 8:F0} MB"
        );

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static Table TableOf(IEnumerable<CommandRow> rows) =>
        new(
            "commands",
            ["name", "command", "size", "wall_s", "first_line_s", "cpu_s", "peak_mb"],
            rows.Select(row =>
                (IReadOnlyList<Field>)
                    [
                        Field.Of(row.Case.Name),
                        Field.Of(row.Case.Arguments),
                        Field.Of(row.Case.Size > 0 ? row.Case.Size : null),
                        Rounded(row.Cost.WallSeconds),
                        Rounded(row.Cost.FirstLineSeconds),
                        Rounded(row.Cost.ProcessorSeconds),
                        Rounded(row.Cost.PeakBytes / Megabyte),
                    ]
            )
        );

    private static Field Rounded(double? figure) =>
        Field.Of(figure is { } value ? Math.Round(value, Digits, MidpointRounding.ToEven) : null);
}
