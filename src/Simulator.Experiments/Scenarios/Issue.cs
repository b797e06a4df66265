namespace Simulator.Experiments.Scenarios;

/// <summary>One thing that is wrong with a scenario, as data; <see cref="Issues"/> makes the sentence.</summary>
/// <param name="File">The file as it was named by the user.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
/// <param name="Path">The key path, such as <c>rollout.limit.max-unavailable</c>; empty for the text as a whole.</param>
/// <param name="Found">What stands there, as the subject and verb of the sentence.</param>
/// <param name="Expected">What is needed instead; may be empty.</param>
/// <param name="Cure">What to write, a full sentence; may be empty.</param>
public sealed record Issue(string File, int Line, int Column, string Path, string Found, string Expected, string Cure)
{
    /// <summary>The source line to show under the sentence; null where the sentence alone says it all.</summary>
    public string? Source { get; init; }

    /// <summary>How many characters of <see cref="Source"/> are meant, at least 1.</summary>
    public int Width { get; init; } = 1;

    /// <summary>The other place that takes part in the problem; null where there is one place only.</summary>
    public Issue? Other { get; init; }
}
