namespace Simulator.Experiments.Catalogue;

/// <summary>A quantity of a scenario that comes from the catalogue.</summary>
/// <param name="Path">The key path of the quantity.</param>
/// <param name="Entry">What it was taken from.</param>
public sealed record PublishedUse(string Path, CatalogueEntry Entry);
