using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A count from 0, or a share from 0 % to 100 %: <c>0</c>, <c>3</c>, <c>25 %</c>, <c>25%</c>.</summary>
/// <param name="least">The least count, and the least share in percent.</param>
internal sealed class CountOrShareShape(int least = 0) : ScalarShape
{
    private const int Most = 100_000_000;

    /// <inheritdoc/>
    public override string Noun => $"a count from {least} or a share from {least} % to 100 %";

    /// <inheritdoc/>
    public override string Example => "10%";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var number = text.TrimEnd('%').TrimEnd(' ');
        if (NumberText.Read(number, out var value) is { } cure)
        {
            return Parsed.Bad(Noun, NumberText.LengthIn(text) == 0 ? $"Write '{Example}', for example." : cure);
        }

        var isShare = text.EndsWith('%');
        return value < least || value > (isShare ? 100 : Most) || (!isShare && value != decimal.Floor(value))
            ? Parsed.Bad(Noun, $"Write '{Example}', for example.")
            : Parsed.Good(isShare ? new Counted(value / 100m, "%") : new Counted(value, ""));
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "integer", ["minimum"] = least },
                new JsonObject { ["type"] = "string", ["pattern"] = $"^{Patterns.Number} ?%$" }
            ),
        };
}
