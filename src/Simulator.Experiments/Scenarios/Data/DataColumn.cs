namespace Simulator.Experiments.Scenarios.Data;

/// <summary>A column of a data file.</summary>
/// <param name="Seconds">Its values in the order of the file; empty where there is a problem.</param>
/// <param name="Sha256">The hash of the whole file.</param>
/// <param name="Problem">Why it cannot be used; null where it can.</param>
internal sealed record DataColumn(IReadOnlyList<double> Seconds, string Sha256, DataProblem? Problem);
