using System.Globalization;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>Reads decimal numbers exactly, and says what to write where a number could be read in two ways.</summary>
internal static class NumberText
{
    private const int MostDigits = 18;
    private const int MostDigitsInAll = 28;

    /// <summary>Reads a number without unit: digits, perhaps a point and more digits.</summary>
    /// <param name="text">The whole text of the number.</param>
    /// <param name="value">The number, exact.</param>
    /// <returns>What to write instead, a sentence; null where the number is good.</returns>
    public static string? Read(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (!IsPlain(text))
        {
            return Cure(text);
        }

        if (text.Length > 1 && text[0] == '0' && text[1] != '.')
        {
            var trimmed = text.TrimStart('0');
            var plain = trimmed.IsEmpty || trimmed[0] == '.' ? $"0{trimmed}" : trimmed.ToString();
            return $"Write '{plain}': leading zeros are refused, because other readers take them for octal numbers.";
        }

        var point = text.IndexOf('.');
        if ((point < 0 ? text.Length : point) > MostDigits || text.Length > MostDigitsInAll)
        {
            return $"Write at most {MostDigits} digits before the point and {MostDigitsInAll - 1} in all.";
        }

        value = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>How many characters at the begin of a text belong to its number, good or not.</summary>
    public static int LengthIn(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || "+-.,_'".Contains(text[length])))
        {
            length++;
        }

        var rest = text[length..];
        if (
            length > 0
            && rest.Length > 1
            && rest[0] is 'e' or 'E'
            && (char.IsAsciiDigit(rest[1]) || rest[1] is '+' or '-')
        )
        {
            var end = rest[2..].IndexOfAnyExceptInRange('0', '9');
            return end < 0 ? text.Length : length + 2 + end;
        }

        if (length == 1 && text[0] == '0' && rest.Length > 0 && rest[0] is 'x' or 'X' or 'o' or 'b')
        {
            var end = rest.IndexOf(' ');
            return end < 0 ? text.Length : length + end;
        }

        return length;
    }

    private static string Cure(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "Begin with a number.";
        }

        if (text[0] == '-')
        {
            return "It cannot be negative.";
        }

        if (text.ContainsAny("eExX") && char.IsAsciiDigit(text[0]))
        {
            return "Write all its decimal digits.";
        }

        var plain = Plain(text);
        return IsPlain(plain) ? $"Write '{plain}'." : "Write a number such as '20' or '1.5'.";
    }

    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = text.TrimStart('+').ToString().Replace("_", "", StringComparison.Ordinal);
        plain = plain.Replace("'", "", StringComparison.Ordinal);
        var comma = plain.LastIndexOf(',');
        var isDecimalComma =
            comma >= 0 && comma == plain.IndexOf(',', StringComparison.Ordinal) && plain.Length - comma != 4;
        plain = plain.Replace(",", isDecimalComma ? "." : "", StringComparison.Ordinal);
        return plain.StartsWith('.') ? "0" + plain : plain.TrimEnd('.');
    }

    /// <summary>Digits, perhaps a point and more digits.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        return AreDigits(point < 0 ? text : text[..point]) && (point < 0 || AreDigits(text[(point + 1)..]));
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
