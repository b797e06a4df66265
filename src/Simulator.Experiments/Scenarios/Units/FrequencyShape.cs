using System.Numerics;
using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>Events per time, kept as an exact ratio.</summary>
internal sealed class FrequencyShape : ScalarShape
{
    private const long MostEvents = 1_000_000_000_000;

    /// <inheritdoc/>
    public override string Noun => "a frequency";

    /// <inheritdoc/>
    public override string Example => "20/s";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var length = NumberText.LengthIn(text);
        var number = text[..length];
        var unit = text[length..].Replace(" ", "", StringComparison.Ordinal);
        if (NumberText.Read(number, out var events) is { } cure)
        {
            return Parsed.Bad(Noun, length == 0 ? $"Write '{Example}', for example." : cure);
        }

        if (!unit.StartsWith('/') || UnitTables.PerTime.FactorOf(unit[1..]) is not (> 0 and var nanoseconds))
        {
            return Parsed.Bad(Noun, CureOf(number, unit));
        }

        if (events is 0 or > MostEvents)
        {
            return Parsed.Bad(
                $"a frequency above 0 and up to {MostEvents:N0} per unit",
                $"Write '{Example}', for example."
            );
        }

        return Ratio(events, (long)nanoseconds) is { } frequency
            ? Parsed.Good(frequency)
            : Parsed.Bad("a frequency of at least one event in 100 years", "Write fewer decimals.");
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["type"] = "string", ["pattern"] = $"^{Patterns.Number} ?/ ?(ms|s|min|h|d)$" };

    private static string CureOf(string number, string unit)
    {
        var word = unit.TrimStart('/');
        var meant = UnitTables.PerTime.Habits.GetValueOrDefault(word.Replace("per", "", StringComparison.Ordinal));
        return meant is null ? $"Write '{number}/s', '{number}/min' or '{number}/h'." : $"Write '{number}/{meant}'.";
    }

    /// <summary>0.5 per second is 1 in 2 seconds: the decimals go into the period, then both are reduced.</summary>
    private static Frequency? Ratio(decimal events, long nanoseconds)
    {
        var (count, periods) = (new BigInteger(events), BigInteger.One);
        for (var rest = events - decimal.Floor(events); rest != 0; rest -= decimal.Floor(rest))
        {
            rest *= 10;
            periods *= 10;
            count = (count * 10) + new BigInteger(decimal.Floor(rest));
        }

        var common = BigInteger.GreatestCommonDivisor(count, periods);
        var period = periods / common * nanoseconds;
        return period <= SimTime.Horizon.Nanoseconds
            ? new Frequency((long)(count / common), new SimTime((long)period))
            : null;
    }
}
