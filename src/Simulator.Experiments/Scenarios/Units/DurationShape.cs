using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A span of time: one number with a unit, or several from the largest unit to the smallest.</summary>
/// <param name="least">The least value in nanoseconds, 0 or 1.</param>
internal sealed class DurationShape(long least) : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun => least > 0 ? "a duration above 0" : "a duration";

    /// <inheritdoc/>
    public override string Example => "20 min";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var (total, smallest, isWhole) = (0m, decimal.MaxValue, true);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var part = rest[..LengthOfPart(rest)];
            rest = rest[part.Length..].TrimStart(' ');
            if (UnitTables.Time.Read(part.TrimEnd(' '), out var number, out var factor) is { } cure)
            {
                return Parsed.Bad(Noun, cure);
            }

            if (!isWhole || factor >= smallest)
            {
                return Parsed.Bad(
                    Noun,
                    "Write the largest unit first and a point in the last number only: '11 min 35.5 s'."
                );
            }

            if (number > SimTime.Horizon.Nanoseconds / factor)
            {
                return TooLong();
            }

            (smallest, isWhole, total) = (factor, number == decimal.Floor(number), total + (number * factor));
        }

        total = decimal.Round(total, MidpointRounding.ToEven);
        return total < least ? Parsed.Bad(Noun, "Write '1 s', for example.")
            : total > SimTime.Horizon.Nanoseconds ? TooLong()
            : Parsed.Good(new SimTime((long)total));
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = $"^{Patterns.Number} ?(ns|us|ms|s|min|h|d)( {Patterns.Number} ?(ns|us|ms|s|min|h))*$",
        };

    private static Parsed TooLong() => Parsed.Bad("a duration of at most 100 years", "Write a shorter one.");

    /// <summary>A number, its unit, and the blanks between and behind.</summary>
    private static int LengthOfPart(ReadOnlySpan<char> text)
    {
        var length = NumberText.LengthIn(text);
        while (length < text.Length && !char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        return Math.Max(1, length);
    }
}
