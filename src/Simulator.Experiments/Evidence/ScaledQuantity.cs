using System.Globalization;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Evidence;

/// <summary>Quantities as a file writes them, with other numbers before the same unit.</summary>
internal static class ScaledQuantity
{
    private const int MostDigits = 10;

    /// <summary>Whether a text is one number and perhaps a unit, so that it can be scaled.</summary>
    public static bool IsSingle(string text)
    {
        var length = NumberText.LengthIn(text);
        return NumberText.Read(text.AsSpan(0, length), out var number) is null
            && number > 0
            && !text.AsSpan(length).ContainsAnyInRange('0', '9');
    }

    /// <summary>The quantity times a factor, to some significant digits; whole numbers stay whole where the factor is.</summary>
    public static string Times(string text, double factor, int digits = MostDigits)
    {
        var length = NumberText.LengthIn(text);
        var number = decimal.Parse(text.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture);
        var value = (double)number * factor;
        var places = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(value)), 0, 18);
        return Plain(Math.Round((decimal)value, places)) + text[length..];
    }

    /// <summary>Another number before the unit of a quantity.</summary>
    public static string With(string text, decimal number) => Plain(number) + text[NumberText.LengthIn(text)..];

    private static string Plain(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
