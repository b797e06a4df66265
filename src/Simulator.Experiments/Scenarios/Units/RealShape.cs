using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A bare number with a point, perhaps; a parameter without unit.</summary>
/// <param name="least">The least; excluded where <paramref name="isOpen"/>.</param>
/// <param name="most">The most.</param>
/// <param name="isOpen">Whether the least itself is out of range.</param>
internal sealed class RealShape(double least, double most, bool isOpen) : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun =>
        isOpen ? $"a number above {least:N0} up to {most:N0}" : $"a number from {least:N0} to {most:N0}";

    /// <inheritdoc/>
    public override string Example => "1.5";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var digits = least < 0 && text.StartsWith('-') ? text.AsSpan(1) : text;
        var length = NumberText.LengthIn(digits);
        if (length < digits.Length || length == 0)
        {
            return Parsed.Bad(Noun, $"Write '{Example}', for example, without a unit.");
        }

        if (NumberText.Read(digits, out var value) is { } cure)
        {
            return Parsed.Bad(Noun, cure);
        }

        var number = (double)value * (digits.Length < text.Length ? -1 : 1);
        return number < least || number > most || (isOpen && number <= least)
            ? Parsed.Bad(Noun, $"Write '{Example}', for example.")
            : Parsed.Good(number);
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "number",
            [isOpen ? "exclusiveMinimum" : "minimum"] = least,
            ["maximum"] = most,
        };
}
