using System.Text;
using Simulator.Experiments.Scenarios.Data;

namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>Reads a filled questionnaire: CSV or YAML with the columns of the empty one, in any order; further ones are passed over.</summary>
internal static class AnswerFile
{
    private const int MostRows = 100_000;
    private static readonly string[] Needed = ["question", "expert"];
    private static readonly string[][] Triples =
    [
        ["p10", "p50", "p90"],
        ["min", "mode", "max"],
    ];

    /// <summary>The rows of a file.</summary>
    /// <exception cref="ElicitException">It cannot be read, or lacks a column.</exception>
    public static IReadOnlyList<AnswerRow> Read(string file)
    {
        try
        {
            using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Path.GetExtension(file) is ".yaml" or ".yml"
                ? AnswerYaml.Read(text.ReadToEnd(), file)
                : Read(new CsvRows(text), file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ElicitException($"{file}: the file of answers does not exist");
        }
        catch (Exception failed) when (failed is DecoderFallbackException or InvalidDataException)
        {
            throw new ElicitException($"{file}: {failed.Message.TrimEnd('.')}");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ElicitException($"{file}: the file of answers cannot be read");
        }
    }

    private static List<AnswerRow> Read(CsvRows csv, string file)
    {
        var fields = new List<string>();
        var columns = csv.Read(fields) ? fields.ToArray() : [];
        Require(columns, file);
        var rows = new List<AnswerRow>();
        while (csv.Read(fields))
        {
            if (rows.Count == MostRows)
            {
                throw new ElicitException($"{file}: more than {MostRows:N0} rows");
            }

            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var place = 0; place < Math.Min(columns.Length, fields.Count); place++)
            {
                cells[columns[place]] = fields[place];
            }

            rows.Add(new AnswerRow(file, csv.Line, cells));
        }

        return rows;
    }

    private static void Require(string[] columns, string file)
    {
        bool Has(string name) => columns.Contains(name, StringComparer.Ordinal);

        var missing = Needed.Where(name => !Has(name)).ToList();
        if (missing.Count > 0 || !Triples.Any(triple => triple.All(Has)))
        {
            missing.AddRange(Triples.Any(triple => triple.All(Has)) ? [] : ["p10, p50 and p90 (or min, mode and max)"]);
            throw new ElicitException(
                $"{file}: the first row names no column {string.Join(", ", missing)}; 'o1sim elicit SCENARIO --questionnaire FILE' writes all columns"
            );
        }

        if (
            columns
                .Where(name => name.Length > 0)
                .GroupBy(name => name, StringComparer.Ordinal)
                .FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
        {
            throw new ElicitException($"{file}: the first row names the column {twice.Key} twice");
        }
    }
}
