namespace Simulator.Experiments.Scenarios;

/// <summary>A file beside the scenario that belongs to it.</summary>
/// <param name="Path">The path as the scenario writes it.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 small hexadecimal digits.</param>
public sealed record DataFile(string Path, string Sha256);
