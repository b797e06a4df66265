using System.Globalization;

namespace Simulator.Reporting.Text;

/// <summary>Times as people say them: <c>850 ms</c>, <c>45.2 s</c>, <c>11 min 35 s</c>, <c>1 h 12 min</c>, <c>31 h</c>, <c>2 d 4 h</c>.</summary>
public static class HumanTime
{
    private const long Minute = 60;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;
    private const double Year = 365 * (double)Day;

    /// <summary>A span in at most two units, rounded half to even, so that the error is below 3 %.</summary>
    /// <param name="seconds">The span in seconds; may be negative.</param>
    /// <returns>The text; <c>-</c> where it is not finite.</returns>
    public static string Of(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            return "-";
        }

        var size = Math.Abs(seconds);
        var text = size < 59.95 ? BelowMinute(size) : FromMinute(size);
        return seconds < 0 && !text.StartsWith("0 ", StringComparison.Ordinal) ? "-" + text : text;
    }

    /// <summary>As <see cref="Of(double)"/>, and <c>-</c> where there is none.</summary>
    public static string Of(double? seconds) => seconds is { } value ? Of(value) : "-";

    /// <summary>A span with its sign: <c>+12 min</c>.</summary>
    /// <param name="seconds">The span in seconds.</param>
    /// <returns>The text.</returns>
    public static string Signed(double seconds)
    {
        var text = Of(seconds);
        return text.StartsWith('-') || text.StartsWith("0 ", StringComparison.Ordinal) ? text : "+" + text;
    }

    private static string BelowMinute(double seconds) =>
        seconds switch
        {
            0 => "0 s",
            < 0.9995e-6 => Digits(seconds * 1e9, "ns"),
            < 0.9995e-3 => Digits(seconds * 1e6, "us"),
            < 0.9995 => Digits(seconds * 1e3, "ms"),
            _ => Digits(seconds, "s"),
        };

    private static string FromMinute(double seconds)
    {
        if (seconds < Hour - 0.5)
        {
            return Two(Whole(seconds), Minute, "min", 1, "s");
        }

        if (seconds < Day - (Minute / 2.0))
        {
            return Two(Whole(seconds / Minute) * Minute, Hour, "h", Minute, "min");
        }

        if (seconds < (2 * Day) - (Hour / 2.0))
        {
            return $"{Whole(seconds / Hour)} h";
        }

        if (seconds < 30 * Day)
        {
            return Two(Whole(seconds / Hour) * Hour, Day, "d", Hour, "h");
        }

        return seconds < 2 * Year
            ? $"{Whole(seconds / Day)} d"
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / Year:0.0} years");
    }

    private static string Two(long seconds, long big, string bigUnit, long small, string smallUnit)
    {
        var rest = seconds % big / small;
        return rest == 0 ? $"{seconds / big} {bigUnit}" : $"{seconds / big} {bigUnit} {rest} {smallUnit}";
    }

    private static long Whole(double value) => (long)Math.Round(value, MidpointRounding.ToEven);

    private static string Digits(double value, string unit)
    {
        var format = value switch
        {
            < 9.995 => "0.##",
            < 99.95 => "0.#",
            _ => "0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture) + " " + unit;
    }
}
