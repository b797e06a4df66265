using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A number with a unit that becomes a whole number of base units.</summary>
/// <param name="noun">What it is, with its article.</param>
/// <param name="example">A value that fits.</param>
/// <param name="table">Its units.</param>
/// <param name="convert">Makes the value of a number of base units, at least 1.</param>
internal sealed class QuantityShape(string noun, string example, UnitTable table, Func<long, object> convert)
    : ScalarShape
{
    private const long MostBaseUnits = 1_000_000_000_000_000_000;

    /// <summary>Whether a bare whole number is a value too: a count of pieces.</summary>
    public Func<long, object>? Bare { get; init; }

    /// <inheritdoc/>
    public override string Noun => noun;

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        if (
            Bare is not null
            && NumberText.LengthIn(text) == text.Length
            && NumberText.Read(text, out var count) is null
        )
        {
            return count == decimal.Floor(count) && count is >= 1 and <= MostBaseUnits
                ? Parsed.Good(Bare((long)count))
                : Parsed.Bad("a whole number from 1 on, or a number with a unit", $"Units are {table.Names}.");
        }

        if (table.Read(text, out var number, out var factor) is { } cure)
        {
            return Parsed.Bad(noun, cure);
        }

        if (number > MostBaseUnits / factor)
        {
            return Parsed.Bad(noun + " that can be counted", "Write a smaller number.");
        }

        var units = decimal.ToInt64(decimal.Round(number * factor, MidpointRounding.ToEven));
        return units > 0
            ? Parsed.Good(convert(units))
            : Parsed.Bad(noun + " above 0", $"Write '{example}', for example.");
    }

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var text = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = $"^{Patterns.Number} ?({string.Join('|', table.Units.Select(unit => unit.Name))})$",
        };
        return Bare is null
            ? text
            : new JsonObject
            {
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer", ["minimum"] = 1 }, text),
            };
    }
}
