using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A part of a whole in percent, exact in decimals.</summary>
/// <param name="isOpen">Whether 0 % and 100 % are out of range.</param>
internal sealed class ShareShape(bool isOpen) : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun => isOpen ? "a share between 0 % and 100 %" : "a share from 0 % to 100 %";

    /// <inheritdoc/>
    public override string Example => "10 %";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var number = (text.EndsWith('%') ? text[..^1] : text).TrimEnd(' ');
        if (NumberText.Read(number, out var value) is { } cure)
        {
            return Parsed.Bad(Noun, NumberText.LengthIn(text) == 0 ? $"Write '{Example}', for example." : cure);
        }

        if (!text.EndsWith('%'))
        {
            return Parsed.Bad(Noun, value <= 1 ? $"Write '{value * 100m:0.##########} %'." : $"Write '{number} %'.");
        }

        return value > 100 || (isOpen && value is 0 or 100)
            ? Parsed.Bad(Noun, $"Write '{Example}', for example.")
            : Parsed.Good(value / 100m);
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = $"^{Patterns.Number} ?%$" };
}
