namespace Simulator.Acceptance.Tests.Replay;

/// <summary>One line of <c>o1sim replay</c>: a scenario by the names of the columns.</summary>
internal sealed record ReplayRow(IReadOnlyDictionary<string, string> Fields)
{
    public string Scenario => Fields["scenario"];

    public int ResultsVersion =>
        int.Parse(Fields["results_version"], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether two lines tell the same of some columns.</summary>
    public bool Agrees(ReplayRow other, IEnumerable<string> columns) =>
        columns.All(column => string.Equals(Fields[column], other.Fields[column], StringComparison.Ordinal));

    /// <summary>Reads a table whose texts need no quotes.</summary>
    public static IReadOnlyList<ReplayRow> Read(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines.Length == 0 ? [] : lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(line => new ReplayRow(
                    columns
                        .Zip(line.Split(','))
                        .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                )),
        ];
    }

    /// <summary>Writes some columns as a table.</summary>
    public static string Write(IEnumerable<ReplayRow> rows, IReadOnlyList<string> columns) =>
        string.Concat(
            rows.Select(row => columns.Select(column => row.Fields[column]))
                .Prepend(columns)
                .Select(line => string.Join(',', line) + "\n")
        );
}
