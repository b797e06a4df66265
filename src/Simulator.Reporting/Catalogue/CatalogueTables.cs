using Simulator.Experiments.Catalogue;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Catalogue;

/// <summary>The catalogue, and what a scenario takes from it, as tables.</summary>
public static class CatalogueTables
{
    private static readonly IReadOnlyList<Column<CatalogueEntry>> EntryColumns =
    [
        new("name", entry => Field.Of(entry.Name)),
        new("value", entry => Field.Of(entry.Value)),
        new("meaning", entry => Field.Of(entry.Meaning)),
        new("source", entry => Field.Of(entry.Source)),
        new("reference", entry => Field.Of(entry.Reference)),
        new("seen", entry => Field.Of(entry.Seen)),
    ];

    /// <summary>The entries.</summary>
    /// <param name="entries">One a row.</param>
    public static Table Of(IEnumerable<CatalogueEntry> entries) => Table.From("catalogue", EntryColumns, entries);

    /// <summary>The quantities of a scenario that come from the catalogue.</summary>
    internal static Table Of(IEnumerable<PublishedUse> uses) =>
        Table.From(
            "published",
            [
                new Column<PublishedUse>("path", use => Field.Of(use.Path)),
                .. EntryColumns.Select(column => new Column<PublishedUse>(column.Name, use => column.Value(use.Entry))),
            ],
            uses
        );
}
