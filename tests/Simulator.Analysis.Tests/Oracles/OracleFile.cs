using System.Text;
using System.Text.Json;

namespace Simulator.Analysis.Tests.Oracles;

/// <summary>Reads the committed oracle rows from the root of the repository.</summary>
public static class OracleFile
{
    private static readonly Lazy<IReadOnlyList<OracleRow>> All = new(Load);

    /// <summary>The rows of a family as named NUnit cases; an empty family is an error of the file.</summary>
    public static IEnumerable<TestCaseData> Cases(string family)
    {
        var rows = All.Value.Where(row => row.Family.Equals(family, StringComparison.Ordinal)).ToList();
        return rows.Count > 0
            ? rows.Select(row => new TestCaseData(row).SetName(row.Id))
            : throw new InvalidOperationException($"The oracle file has no family {family}.");
    }

    private static List<OracleRow> Load()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Simulator.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine(root!.FullName, "tests", "oracles", "oracles_public.csv");
        var lines = File.ReadAllLines(path);
        var header = Fields(lines[0]);
        string Field(List<string> fields, string name) => fields[header.IndexOf(name)];
        return
        [
            .. lines
                .Skip(1)
                .Where(line => line.Length > 0)
                .Select(Fields)
                .Select(fields => new OracleRow(
                    Field(fields, "id"),
                    Field(fields, "family"),
                    Field(fields, "quantity"),
                    Field(fields, "value"),
                    Field(fields, "sd_per_sample"),
                    JsonDocument.Parse(Field(fields, "params_json")).RootElement
                )),
        ];
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            var letter = line[index];
            if (letter == '"' && isQuoted && index + 1 < line.Length && line[index + 1] == '"')
            {
                field.Append('"');
                index++;
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
