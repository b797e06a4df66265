using Simulator.Experiments.Catalogue;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Catalogue;

/// <summary>The catalogue for people at a terminal.</summary>
public static class CatalogueText
{
    /// <summary>Writes entries, one a line; a single one with all that is known of it.</summary>
    /// <param name="entries">At least one.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(IReadOnlyList<CatalogueEntry> entries, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        var lines = entries is [var single] ? Single(single, layout) : Lines(entries, layout);
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }

    /// <summary>What a scenario takes from the catalogue.</summary>
    internal static IReadOnlyList<string> Lines(IReadOnlyList<PublishedUse> uses, TextLayout layout) =>
        uses.Count == 0
            ? []
            : TextTable.Lines(
                [
                    Words("quantity", 0, uses.Select(use => use.Path)),
                    new TextColumn("value", 0, [.. uses.Select(use => use.Entry.Value)]),
                    Words("catalogue", 1, uses.Select(use => use.Entry.Name)),
                    Words("source", 2, uses.Select(use => use.Entry.Source)),
                    Words("seen", 3, uses.Select(use => use.Entry.Seen)),
                ],
                layout
            );

    private static IReadOnlyList<string> Lines(IReadOnlyList<CatalogueEntry> entries, TextLayout layout) =>
        [
            .. TextTable.Lines(
                [
                    Words("name", 0, entries.Select(entry => entry.Name)),
                    new TextColumn("value", 0, [.. entries.Select(entry => entry.Value)]),
                    Words("meaning", 1, entries.Select(entry => entry.Meaning)),
                    Words("source", 2, entries.Select(entry => entry.Source)),
                    Words("seen", 3, entries.Select(entry => entry.Seen)),
                ],
                layout
            ),
            "",
            .. layout
                .Wrap(
                    "Write 'catalogue:NAME' in place of a value; 'o1sim catalogue NAME' tells where it stands.",
                    "",
                    ""
                )
                .Select(layout.Faint),
        ];

    private static IEnumerable<string> Single(CatalogueEntry entry, TextLayout layout) =>
        [
            layout.Strong(TextLayout.Clean($"{entry.Name}: {entry.Value}")),
            .. layout.Wrap(entry.Meaning + ".", "", ""),
            .. layout.Wrap($"{entry.Source}, {entry.Reference}, seen {entry.Seen}.", "", ""),
            "",
            .. layout.Wrap($"Write 'catalogue:{entry.Name}' in place of a value.", "", "").Select(layout.Faint),
        ];

    private static TextColumn Words(string head, int priority, IEnumerable<string> cells) =>
        new(head, priority, [.. cells]) { IsText = true };
}
