namespace Simulator.Experiments.Scenarios.Data;

/// <summary>Why a column cannot be used.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What is needed.</param>
/// <param name="Cure">What to do.</param>
/// <param name="IsAboutColumn">Whether the name of the column is at fault rather than the file.</param>
internal sealed record DataProblem(string Found, string Expected, string Cure, bool IsAboutColumn = false);
