using System.Globalization;

namespace Simulator.Acceptance.Tests;

/// <summary>The page of results, read back: which command printed which time at which size.</summary>
internal static class ScenarioPage
{
    private const string Command = "o1sim sweep ";

    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["s"] = 1,
        ["min"] = 60,
        ["h"] = 3600,
        ["d"] = 86400,
    };

    /// <summary>One time on the page: its value and half a unit of its last printed digit, both in seconds.</summary>
    public sealed record Figure(string Scenario, int Nodes, double Seconds, double HalfDigit);

    /// <summary>All times over N on the page, by the scenario that the heading above their table names.</summary>
    public static IReadOnlyList<Figure> Figures()
    {
        var figures = new List<Figure>();
        var scenario = string.Empty;
        var table = new List<string[]>();
        foreach (var line in File.ReadLines(Path.Combine(Tool.Root, "docs", "scenarios.md")).Append(string.Empty))
        {
            if (line.StartsWith('|'))
            {
                table.Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
                continue;
            }

            figures.AddRange(Of(scenario, table));
            table.Clear();
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                scenario = line.Split('`')
                    .Where(part => part.StartsWith(Command, StringComparison.Ordinal))
                    .Select(part => part[Command.Length..])
                    .FirstOrDefault(string.Empty);
            }
        }

        return figures;
    }

    /// <summary>Sizes go down in the first column, or along the first row.</summary>
    private static IEnumerable<Figure> Of(string scenario, List<string[]> table)
    {
        if (table.Count < 3 || table[0][0] is not ("machines" or "nodes") || scenario.Length == 0)
        {
            return [];
        }

        var column = Array.IndexOf(table[0], "time");
        if (column > 0)
        {
            return table.Skip(2).SelectMany(row => Read(scenario, row[0], row[column], string.Empty));
        }

        return table
            .Skip(2)
            .Select(row => (Row: row, Unit: UnitOf(row[0])))
            .Where(line => line.Unit is not null)
            .SelectMany(line =>
                table[0].Zip(line.Row).Skip(1).SelectMany(cell => Read(scenario, cell.First, cell.Second, line.Unit!))
            );
    }

    /// <summary><c>time</c>, <c>time, h</c> or <c>waves of 10 min</c>: the unit of the row's numbers; null for other rows.</summary>
    private static string? UnitOf(string label) =>
        label == "time" ? string.Empty
        : label.StartsWith("time, ", StringComparison.Ordinal) ? label["time, ".Length..]
        : label.StartsWith("waves of ", StringComparison.Ordinal) ? label["waves of ".Length..]
        : null;

    private static IEnumerable<Figure> Read(string scenario, string sizes, string time, string unit)
    {
        var parts = (unit.Length > 0 ? $"{time} {unit}" : time).Split(' ');
        var digits = parts[0].Replace(",", string.Empty, StringComparison.Ordinal);
        var scale = Units[parts[^1]] * (parts.Length > 2 ? Number(parts[1]) : 1);
        var decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.') - 1 : 0;
        return sizes
            .Split(" to ")
            .Select(size => new Figure(
                scenario,
                (int)Number(size),
                Number(digits) * scale,
                0.5 * Math.Pow(10, -decimals) * scale
            ));
    }

    private static double Number(string text) =>
        double.Parse(text.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
