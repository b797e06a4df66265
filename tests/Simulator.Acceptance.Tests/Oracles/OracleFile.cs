using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>The rows of the file that ORACLES_CSV names, or of the committed ones.</summary>
internal static class OracleFile
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("ORACLES_CSV") is { Length: > 0 } name
        ? name
        : null;

    private static readonly Lazy<IReadOnlyList<OracleRow>> All = new(ReadAll);

    /// <summary>The public rows, and those of our own that scripts/oracles computes.</summary>
    public static IReadOnlyList<string> Committed { get; } =
    [
        Path.Combine("tests", "oracles", "oracles_public.csv"),
        Path.Combine("tests", "oracles", "oracles_queues.csv"),
        Path.Combine("tests", "oracles", "oracles_links.csv"),
    ];

    public static bool IsNamed => Named is not null;

    public static IReadOnlyList<OracleRow> Rows => All.Value;

    /// <summary>The rows that ask about the same model, the row itself included.</summary>
    public static IEnumerable<OracleRow> SharingModelWith(OracleRow row) =>
        Rows.Where(other => string.Equals(other.ModelKey, row.ModelKey, StringComparison.Ordinal));

    /// <summary>The folder of Simulator.sln, found upwards.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Reads comma-separated text with quoted fields that stay on one line.</summary>
    public static IReadOnlyList<OracleRow> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = Fields(lines[0].TrimStart('\uFEFF'));
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => Row(header, Fields(line)))];
    }

    public static IReadOnlyList<OracleRow> ReadCommitted() =>
        [.. Committed.SelectMany(path => Read(Path.Combine(Root, path)))];

    private static IReadOnlyList<OracleRow> ReadAll() =>
        Named is null ? ReadCommitted() : Read(Path.Combine(Root, Named));

    private static OracleRow Row(List<string> header, List<string> fields)
    {
        return new OracleRow
        {
            Id = Field("id"),
            Family = Field("family"),
            Quantity = Field("quantity"),
            Value = Field("value"),
            Tolerance = Field("tolerance"),
            MinSamples = Field("min_samples"),
            Deviation = double.TryParse(Field("sd_per_sample"), CultureInfo.InvariantCulture, out var deviation)
                ? deviation
                : null,
            Params = JsonDocument.Parse(Field("params_json")).RootElement.Clone(),
        };

        string Field(string name) => fields[header.IndexOf(name)];
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            var letter = line[index];
            if (letter == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (letter != '"')
            {
                field.Append(letter);
            }
            else if (isQuoted && index + 1 < line.Length && line[index + 1] == '"')
            {
                field.Append(letter);
                index++;
            }
            else
            {
                isQuoted = !isQuoted;
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No Simulator.sln above the tests.");
    }
}
