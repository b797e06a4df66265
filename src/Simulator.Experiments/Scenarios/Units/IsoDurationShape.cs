using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A span in ISO 8601, days and smaller: <c>PT0S</c>, <c>PT1H30M</c>, <c>P1D</c>.</summary>
internal sealed class IsoDurationShape : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun => "an ISO 8601 span of days, hours, minutes and seconds";

    /// <inheritdoc/>
    public override string Example => "PT30M";

    /// <inheritdoc/>
    public override bool IsQuantity => true;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var total = 0m;
        var (isTime, rest) = (false, text.StartsWith('P') ? text[1..] : "");
        var isGood = rest.Length > 0;
        while (isGood && rest.Length > 0)
        {
            if (rest[0] == 'T' && !isTime && rest.Length > 1)
            {
                (isTime, rest) = (true, rest[1..]);
                continue;
            }

            var length = NumberText.LengthIn(rest);
            var seconds = length == rest.Length ? null : SecondsOf(rest[length], isTime);
            isGood =
                seconds is not null
                && NumberText.Read(rest.AsSpan(0, length), out var number) is null
                && (total += Math.Min(number, 1e12m) * seconds.Value) >= 0;
            rest = isGood ? rest[(length + 1)..] : rest;
        }

        var nanoseconds = total * SimTime.NanosecondsPerSecond;
        return isGood && nanoseconds <= SimTime.Horizon.Nanoseconds
            ? Parsed.Good(new SimTime((long)decimal.Round(nanoseconds, MidpointRounding.ToEven)))
            : Parsed.Bad(Noun, $"Write '{Example}', for example.");
    }

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["type"] = "string", ["pattern"] = @"^P([0-9.]+D)?(T([0-9.]+H)?([0-9.]+M)?([0-9.]+S)?)?$" };

    private static decimal? SecondsOf(char unit, bool isTime) =>
        (unit, isTime) switch
        {
            ('D', false) => 86400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => null,
        };
}
