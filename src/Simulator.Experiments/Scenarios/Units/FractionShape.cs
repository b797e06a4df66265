using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A fraction above 0 up to 1 as a bare number, exact in decimals: <c>0.25</c>.</summary>
internal sealed class FractionShape : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun => "a number above 0 up to 1";

    /// <inheritdoc/>
    public override string Example => "0.25";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text) =>
        NumberText.Read(text, out var value) is { } cure ? Parsed.Bad(Noun, cure)
        : value is <= 0 or > 1 ? Parsed.Bad(Noun, $"Write '{Example}', for example.")
        : Parsed.Good(value);

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "number",
            ["exclusiveMinimum"] = 0,
            ["maximum"] = 1,
        };
}
