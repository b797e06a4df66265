using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A word that names something else: a service, a step, a level, a file; whether it exists is checked later.</summary>
/// <param name="noun">What is named, with its article.</param>
/// <param name="example">A value that fits.</param>
internal sealed class ReferenceShape(string noun, string example) : ScalarShape
{
    private const int Longest = 1024;

    /// <summary>Whether editors have to accept a bare number too.</summary>
    public bool MayBeNumber { get; init; }

    /// <inheritdoc/>
    public override string Noun => noun;

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    public override Parsed Parse(string text) =>
        text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal)
            ? Parsed.Good(text)
            : Parsed.Bad($"{noun} of at most {Longest} characters on one line", "");

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        MayBeNumber
            ? new() { ["type"] = new JsonArray("string", "number") }
            : new() { ["type"] = "string", ["minLength"] = 1 };
}
