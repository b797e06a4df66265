namespace Simulator.Experiments.Catalogue;

/// <summary>A published limit, default or time, with where it stands.</summary>
/// <param name="Name">Its name behind <c>catalogue:</c>, product and parameter.</param>
/// <param name="Value">The value as a scenario writes it.</param>
/// <param name="Meaning">What it is, in words.</param>
/// <param name="Source">The document.</param>
/// <param name="Reference">Where it is found: an address, or repository, commit and file.</param>
/// <param name="Seen">The day on which it stood there, as yyyy-mm-dd.</param>
public sealed record CatalogueEntry(
    string Name,
    string Value,
    string Meaning,
    string Source,
    string Reference,
    string Seen
);
