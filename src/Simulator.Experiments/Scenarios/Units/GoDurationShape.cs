using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A span as tools written in Go spell it: <c>1h30m</c>, <c>10s</c>, <c>500ms</c>, <c>0</c>.</summary>
internal sealed class GoDurationShape : ScalarShape
{
    private static readonly (string Unit, decimal Nanoseconds)[] Units =
    [
        ("ms", 1e6m),
        ("us", 1e3m),
        ("ns", 1m),
        ("h", 3600e9m),
        ("m", 60e9m),
        ("s", 1e9m),
    ];

    /// <inheritdoc/>
    public override string Noun => "a span such as 1h30m";

    /// <inheritdoc/>
    public override string Example => "1h30m";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        if (text == "0")
        {
            return Parsed.Good(SimTime.Zero);
        }

        var (rest, total) = (text, 0m);
        while (rest.Length > 0)
        {
            var length = NumberText.LengthIn(rest);
            var unit = Units.FirstOrDefault(unit => rest[length..].StartsWith(unit.Unit, StringComparison.Ordinal));
            if (unit.Unit is null || NumberText.Read(rest.AsSpan(0, length), out var number) is not null)
            {
                return Parsed.Bad(Noun, $"Write '{Example}', for example, with h, m, s or ms.");
            }

            total += Math.Min(number, 1e15m) * unit.Nanoseconds;
            rest = rest[(length + unit.Unit.Length)..];
        }

        return total > SimTime.Horizon.Nanoseconds
            ? Parsed.Bad("a span of at most 100 years", "Write a shorter one.")
            : Parsed.Good(new SimTime((long)decimal.Round(total, MidpointRounding.ToEven)));
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["type"] = new JsonArray("string", "integer"),
            ["pattern"] = @"^(0|([0-9]+(\.[0-9]+)?(h|m|s|ms|us|ns))+)$",
        };
}
