using Simulator.Experiments.Scenarios.Data;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Catalogue;

/// <summary>The catalogue: every entry was confirmed at its source.</summary>
/// <remarks>
/// A scenario writes <c>rate: catalogue:slurm/resume-rate</c> in place of a value. What changes at the source does not
/// change here: <see cref="CatalogueEntry.Seen"/> says of which day a value is. Thread-safe.
/// </remarks>
public static class PublishedValues
{
    /// <summary>What a reference to the catalogue begins with.</summary>
    internal const string Prefix = "catalogue:";

    private const string Resource = "Simulator.Experiments.Catalogue.catalogue.csv";
    private static readonly Lazy<IReadOnlyDictionary<string, CatalogueEntry>> ByName = new(() =>
        All!.ToDictionary(entry => entry.Name, StringComparer.Ordinal)
    );

    /// <summary>All entries in ordinal order of their names.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } = Read();

    /// <summary>The entry of a name; null where there is none.</summary>
    /// <param name="name">Such as <c>slurm/resume-rate</c>, with <see cref="Prefix"/> or without.</param>
    public static CatalogueEntry? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.Value.GetValueOrDefault(IsReference(name) ? name[Prefix.Length..] : name);
    }

    /// <summary>Whether a text of a scenario refers to the catalogue, be there such an entry or not.</summary>
    internal static bool IsReference(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The name of an entry that is close to a name that is none; null where nothing is.</summary>
    /// <param name="name">As for <see cref="Find"/>.</param>
    public static string? Nearest(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bare = IsReference(name) ? name[Prefix.Length..] : name;
        return Suggestion.Nearest(
            bare.ToLowerInvariant(),
            [
                .. All.Select(entry => entry.Name),
                .. All.Select(entry => entry.Name.Split('/')[0]).Distinct(StringComparer.Ordinal),
            ]
        );
    }

    private static List<CatalogueEntry> Read()
    {
        using var stream = typeof(PublishedValues).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(stream);
        var rows = new CsvRows(text);
        var (row, entries) = (new List<string>(), new List<CatalogueEntry>());
        _ = rows.Read(row);
        while (rows.Read(row))
        {
            entries.Add(new CatalogueEntry(row[0], row[1], row[2], row[3], row[4], row[6]));
        }

        return entries;
    }
}
