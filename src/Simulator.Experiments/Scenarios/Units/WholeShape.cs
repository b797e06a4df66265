using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A bare whole number.</summary>
/// <param name="least">The least.</param>
/// <param name="most">The most.</param>
internal sealed class WholeShape(long least, long most) : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun =>
        least == most ? $"the number {least}" : $"a whole number from {least:N0} to {most:N0}";

    /// <inheritdoc/>
    public override string Example => Math.Max(least, 1).ToString();

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var length = NumberText.LengthIn(text);
        if (NumberText.Read(text.AsSpan(0, length), out var value) is { } cure)
        {
            return Parsed.Bad(Noun, length == 0 ? "Write digits only." : cure);
        }

        var number = text[..length];
        return length < text.Length ? Parsed.Bad(Noun, $"Write '{number}' without a unit.")
            : value != decimal.Floor(value) ? Parsed.Bad(Noun, $"Write '{decimal.Round(value)}'.")
            : value < least ? Parsed.Bad(Noun, $"Write '{Example}' or more.")
            : value > most ? Parsed.Bad(Noun, $"Write '{most}' or less.")
            : Parsed.Good((long)value);
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = least,
            ["maximum"] = most,
        };
}
