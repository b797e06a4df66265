using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>How many of something: <c>18 nodes</c>, <c>4 racks</c>, and where allowed <c>10</c> or <c>25 %</c>.</summary>
/// <param name="noun">What is needed, with its article.</param>
/// <param name="example">A value that fits.</param>
/// <param name="mayBeShare">Whether a bare number and a share fit too.</param>
internal sealed class CountedShape(string noun, string example, bool mayBeShare) : ScalarShape
{
    private const int Most = 100_000_000;

    /// <inheritdoc/>
    public override string Noun => noun;

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var length = NumberText.LengthIn(text);
        var unit = text[length..].Trim(' ');
        if (NumberText.Read(text.AsSpan(0, length), out var number) is { } cure)
        {
            return Parsed.Bad(noun, length == 0 ? $"Write '{example}', for example." : cure);
        }

        if (unit is "%")
        {
            return !mayBeShare || number is > 100 or 0
                ? Parsed.Bad(mayBeShare ? "a share above 0 % up to 100 %" : noun, $"Write '{example}', for example.")
                : Parsed.Good(new Counted(number / 100m, unit));
        }

        if (number != decimal.Floor(number) || number is < 1 or > Most)
        {
            return Parsed.Bad($"{noun}, whole, from 1 to {Most:N0},", $"Write '{example}', for example.");
        }

        return unit.Length == 0 && !mayBeShare
            ? Parsed.Bad(noun, $"Write the unit too, as in '{example}'.")
            : Parsed.Good(new Counted(number, unit));
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var text = new JsonObject { ["type"] = "string", ["pattern"] = "^[1-9][0-9]* [a-z][a-z0-9-]*$" };
        if (!mayBeShare)
        {
            return text;
        }

        text["pattern"] = $"^([1-9][0-9]* [a-z][a-z0-9-]*|{Patterns.Number} ?%)$";
        var count = new JsonObject { ["type"] = "integer", ["minimum"] = 1 };
        return new JsonObject { ["anyOf"] = new JsonArray(count, text) };
    }
}
