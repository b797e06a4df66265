using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>Hours of days of the week: <c>Mon-Fri 09:00-17:00</c>; an end at or before the begin lies on the next day.</summary>
internal sealed partial class HoursShape : ScalarShape
{
    /// <summary>Seven days.</summary>
    public static readonly SimTime Week = new(7 * Day);

    private const long Minute = 60 * SimTime.NanosecondsPerSecond;
    private const long Day = 24 * 60 * Minute;

    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <inheritdoc/>
    public override string Noun => "hours of the week";

    /// <inheritdoc/>
    public override string Example => "Mon-Fri 09:00-17:00";

    /// <summary>The instant of the week of a day and a time such as <c>Mon 08:30</c>; null where it is none.</summary>
    public static SimTime? InstantOf(string text) =>
        InstantPattern().Match(text) is { Success: true } match
        && TimeOf(match.Groups["time"].Value) is < Day and var time
            ? new SimTime((DayOf(match.Groups["day"].Value) * Day) + time)
            : null;

    /// <inheritdoc/>
    public override Parsed Parse(string text)
    {
        var match = HoursPattern().Match(text);
        if (!match.Success)
        {
            return Parsed.Bad(Noun, $"Write '{Example}', 'Sat 22:00-06:00' or 'daily 01:00-05:00'.");
        }

        var (from, to) = (TimeOf(match.Groups["from"].Value), TimeOf(match.Groups["to"].Value));
        if (from is not (>= 0 and < Day) || to is not (>= 0 and <= Day))
        {
            return Parsed.Bad("a time from 00:00 to 24:00", $"Write '{Example}'.");
        }

        var isDaily = match.Groups["first"].Value == "daily";
        var first = isDaily ? 0 : DayOf(match.Groups["first"].Value);
        var last =
            isDaily ? Days.Length - 1
            : match.Groups["last"].Success ? DayOf(match.Groups["last"].Value)
            : first;
        var days = ((last - first + Days.Length) % Days.Length) + 1;
        var length = to - from + (to <= from ? Day : 0);
        IReadOnlyList<(SimTime At, SimTime Lasts)> windows =
        [
            .. Enumerable
                .Range(first, days)
                .Select(day => (new SimTime((day % Days.Length * Day) + from.Value), new SimTime(length.Value))),
        ];
        return Parsed.Good(windows);
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = HoursPattern().ToString() };

    private static int DayOf(string name) => Array.IndexOf(Days, name);

    /// <summary>Nanoseconds from midnight; null where minutes are above 59 or it is later than 24:00.</summary>
    private static long? TimeOf(string text)
    {
        var hour = int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var minute = int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture);
        var time = ((hour * 60L) + minute) * Minute;
        return minute < 60 && time <= Day ? time : null;
    }

    [GeneratedRegex(
        "^(?<first>daily|Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(?<last>Mon|Tue|Wed|Thu|Fri|Sat|Sun))? (?<from>[0-9]{2}:[0-9]{2})-(?<to>[0-9]{2}:[0-9]{2})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HoursPattern();

    [GeneratedRegex(
        "^(?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<time>[0-9]{2}:[0-9]{2})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex InstantPattern();
}
