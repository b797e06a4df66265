using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>A day of the week and a time of day.</summary>
internal sealed class WeekInstantShape : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun => "a day and a time";

    /// <inheritdoc/>
    public override string Example => "Mon 08:30";

    /// <inheritdoc/>
    public override Parsed Parse(string text) =>
        HoursShape.InstantOf(text) is { } instant
            ? Parsed.Good(instant)
            : Parsed.Bad($"{Noun} from 'Mon 00:00' to 'Sun 23:59'", $"Write '{Example}'.");

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["type"] = "string", ["pattern"] = "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-2][0-9]:[0-5][0-9]$" };
}
