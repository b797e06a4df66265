namespace Simulator.Cli.Commands;

/// <summary>What the user asked of <c>compare</c>.</summary>
/// <param name="Study">The first scenario, and the options for all.</param>
/// <param name="Others">The other scenarios.</param>
/// <param name="Presets">Presets for the first scenario, as they were written.</param>
internal sealed record CompareRequest(StudyRequest Study, IReadOnlyList<string> Others, string? Presets);
