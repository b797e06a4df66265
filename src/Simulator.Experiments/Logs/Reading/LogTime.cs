using System.Buffers.Text;

namespace Simulator.Experiments.Logs.Reading;

/// <summary>An instant as logs write it: a number in a unit, or <c>2026-11-23T20:45:09.5Z</c> with or without an offset.</summary>
/// <param name="Nanoseconds">Since 1970-01-01 or since the log's own zero, in ns.</param>
/// <param name="Zone">What it says of its zone.</param>
internal readonly record struct LogTime(long Nanoseconds, LogZone Zone)
{
    private const long Second = 1_000_000_000;
    private const long MostSeconds = 9_000_000_000;

    /// <summary>Reads a text that is not empty.</summary>
    /// <param name="text">The field.</param>
    /// <param name="unit">Nanoseconds in the unit of plain numbers.</param>
    /// <param name="time">The instant.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, decimal unit, out LogTime time)
    {
        time = default;
        if (text.Length >= 16 && text[4] == '-' && text[7] == '-')
        {
            return TryReadDate(text, out time);
        }

        if (!Utf8Parser.TryParse(text, out decimal number, out var used) || used != text.Length)
        {
            return false;
        }

        if (decimal.Abs(number) > MostSeconds * (decimal)Second / unit)
        {
            return false;
        }

        time = new LogTime((long)decimal.Round(number * unit), LogZone.Number);
        return true;
    }

    /// <summary>Whether a field says that there is no instant.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> text) =>
        text.IsEmpty
        || text.SequenceEqual("Unknown"u8)
        || text.SequenceEqual("None"u8)
        || text.SequenceEqual("null"u8)
        || text.SequenceEqual("N/A"u8)
        || text.SequenceEqual("-"u8);

    private static bool TryReadDate(ReadOnlySpan<byte> text, out LogTime time)
    {
        time = default;
        var isDate =
            TryReadTwo(text, 0, out var century)
            & TryReadTwo(text, 2, out var year)
            & TryReadTwo(text, 5, out var month)
            & TryReadTwo(text, 8, out var day)
            & text[10] is (byte)'T' or (byte)' '
            & TryReadTwo(text, 11, out var hour)
            & text[13] == ':'
            & TryReadTwo(text, 14, out var minute);
        year += 100 * century;
        if (!isDate || year is < 1700 or > 2200 || month is < 1 or > 12 || hour > 23 || minute > 59)
        {
            return false;
        }

        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var days = (new DateTime(year, month, day) - DateTime.UnixEpoch).Days;
        var nanoseconds = ((days * 86_400L) + (hour * 3_600) + (minute * 60)) * Second;
        var rest = text[16..];
        if (!TryReadSeconds(ref rest, ref nanoseconds) || !TryReadZone(rest, out var zone, out var offset))
        {
            return false;
        }

        time = new LogTime(nanoseconds - offset, zone);
        return true;
    }

    private static bool TryReadSeconds(ref ReadOnlySpan<byte> rest, ref long nanoseconds)
    {
        if (rest.IsEmpty || rest[0] != ':')
        {
            return true;
        }

        if (!TryReadTwo(rest, 1, out var seconds) || seconds > 60)
        {
            return false;
        }

        nanoseconds += seconds * Second;
        rest = rest[3..];
        if (rest.IsEmpty || (rest[0] != '.' && rest[0] != ','))
        {
            return true;
        }

        var (digits, place) = (1, Second / 10);
        for (; digits < rest.Length && char.IsAsciiDigit((char)rest[digits]); digits++)
        {
            nanoseconds += (rest[digits] - '0') * place;
            place /= 10;
        }

        rest = rest[digits..];
        return digits > 1;
    }

    private static bool TryReadZone(ReadOnlySpan<byte> rest, out LogZone zone, out long offset)
    {
        (zone, offset) = (rest.IsEmpty ? LogZone.None : LogZone.Offset, 0);
        if (rest.IsEmpty || rest.SequenceEqual("Z"u8))
        {
            return true;
        }

        var minutes = 0;
        var isOffset =
            rest[0] is (byte)'+' or (byte)'-'
            && TryReadTwo(rest, 1, out var hours)
            && hours <= 14
            && (rest.Length == 3 || TryReadTwo(rest, rest.Length - 2, out minutes))
            && (rest.Length is 3 or 5 || (rest.Length == 6 && rest[3] == ':'));
        if (!isOffset)
        {
            return false;
        }

        _ = TryReadTwo(rest, 1, out hours);
        offset = ((hours * 60) + minutes) * 60L * Second * (rest[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryReadTwo(ReadOnlySpan<byte> text, int place, out int number)
    {
        number = 0;
        if (place + 1 >= text.Length)
        {
            return false;
        }

        var (tens, ones) = (text[place] - '0', text[place + 1] - '0');
        number = (10 * tens) + ones;
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9;
    }
}
