using System.Text;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>The reference page of the scenario language, in Markdown, made from its grammar.</summary>
internal static class ReferencePage
{
    private const string Head = """
        # The scenario file

        This page is made from the grammar that the reader itself follows; `scenarios/scenario.schema.json` is its form for
        editors. A scenario is one YAML file. Its first comment is the question that it answers. Keys are written in
        kebab-case, every quantity carries its unit, a bare number is a count, and a key that is not listed here is an
        error. Anchors, aliases, tags, merge keys and a second document are errors too.

        ## Quantities

        | quantity | units | examples |
        |---|---|---|

        """;

    private const string Tail = """

        GB is 10^9 bytes, GiB is 2^30 bytes, and a bit is an eighth of a byte. Durations may be written in several parts, the
        largest unit first. Numbers are decimal: leading zeros, exponents, signs and separators are refused. Shares are exact.

        In place of a quantity the catalogue of published limits and defaults may be named: `rate: catalogue:slurm/resume-rate`.
        `o1sim catalogue` lists what there is, with source and date, and reports say which values came from it.

        """;

    /// <summary>The whole page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        Quantity(page, "duration", UnitTables.Time.Names, "`20 min`, `11 min 35 s`, `1.5 s`");
        Quantity(page, "amount of data", UnitTables.Data.Names, "`1.2 GB`, `1.8 GiB`");
        Quantity(page, "transfer rate", UnitTables.Rate.Names, "`100 Gbit/s`, `1 GB/s`, `600 MB/min`");
        Quantity(page, "frequency", "per " + UnitTables.PerTime.Names, "`20/s`, `300/min`, `0.5/s`");
        Quantity(page, "share", "%", "`25 %`, `0.4 %`");
        Quantity(page, "amount of a budget", UnitTables.Power.Names + ", or none for pieces", "`8 kW`, `4`");
        Quantity(page, "count of a group", "the word for its members, such as nodes or racks", "`18 nodes`, `4 racks`");
        page.Append(Tail.ReplaceLineEndings("\n"));
        Section(page, "", ScenarioLanguage.Root, []);
        return page.ToString();
    }

    /// <summary>A map and all below it, each once; laws within laws are the same laws again.</summary>
    private static void Section(StringBuilder page, string path, MapShape map, HashSet<Shape> seen)
    {
        Table(page, path.Length == 0 ? "The file" : $"`{path}`", map);
        foreach (var field in map.Fields)
        {
            var inner = path.Length == 0 ? field.Key : $"{path}.{field.Key}";
            foreach (var (below, shape) in Maps(inner, field.Shape))
            {
                if (shape.Definition is not "law" && seen.Add(shape))
                {
                    Section(page, below, shape, seen);
                }
            }
        }
    }

    private static void Table(StringBuilder page, string title, MapShape map)
    {
        page.Append("\n## ").Append(title).Append("\n\n");
        if (map.OneOf.Count > 0)
        {
            page.Append("Exactly one of ").Append(Suggestion.List(map.OneOf.Select(key => $"`{key}`"))).Append(".\n\n");
        }

        page.Append("| key | value | default | example | meaning |\n|---|---|---|---|---|\n");
        var previous = "";
        foreach (var field in map.Fields)
        {
            var key = LawLanguage.Percentiles.Contains(field.Key, StringComparer.Ordinal)
                ? "`p75` to `p99`"
                : $"`{field.Key}`";
            var standard =
                field.IsRequired ? "needed"
                : field.Default is { } text ? $"`{text}`"
                : "";
            var isShown =
                field.Shape is not MapShape && !string.Equals(field.Example, field.Default, StringComparison.Ordinal);
            var example = isShown ? $"`{field.Example}`" : "";
            var row = $"| {key} | {field.Shape.Noun.TrimEnd(',')} | {standard} | {example} | {field.Doc} |\n";
            page.Append(row == previous ? "" : row);
            previous = row;
        }
    }

    private static IEnumerable<(string Path, MapShape Map)> Maps(string path, Shape shape) =>
        shape switch
        {
            MapShape map => [(path, map)],
            EntriesShape entries => Maps($"{path}.NAME", entries.Value),
            ListShape list => Maps($"{path}[]", list.Item),
            EitherShape either => either.Ways.SelectMany(way => Maps(path, way)),
            _ => [],
        };

    private static void Quantity(StringBuilder page, string name, string units, string examples) =>
        page.Append($"| {name} | {units} | {examples} |\n");
}
