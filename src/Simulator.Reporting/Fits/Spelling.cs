using System.Globalization;

namespace Simulator.Reporting.Fits;

/// <summary>Numbers as the scenario language takes them: decimal digits, with a unit.</summary>
internal static class Spelling
{
    private const int Digits = 7;

    private static readonly (double Seconds, string Name, double From)[] Units =
    [
        (86_400, "d", 3 * 86_400),
        (3_600, "h", 2 * 3_600),
        (60, "min", 100),
        (1, "s", 0.1),
        (1e-3, "ms", 1e-4),
        (1e-6, "us", 1e-7),
    ];

    /// <summary>A duration: <c>16.73012 min</c>; at least 1 ns.</summary>
    public static string Duration(double seconds, int digits = Digits)
    {
        foreach (var (size, name, from) in Units)
        {
            if (seconds >= from)
            {
                return $"{Number(seconds / size, digits)} {name}";
            }
        }

        return $"{Number(Math.Max(1, Math.Round(seconds * 1e9)))} ns";
    }

    /// <summary>A number above 0 with seven significant digits unless told otherwise.</summary>
    public static string Number(double value, int digits = Digits)
    {
        var places = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(value)), 0, 20);
        return ((decimal)value).ToString("0." + new string('#', places), CultureInfo.InvariantCulture);
    }

    /// <summary>A share: <c>0.42 %</c>, with four significant digits.</summary>
    public static string Share(double share) =>
        share == 0
            ? "0 %"
            : decimal.Parse(
                    (100 * share).ToString("G4", CultureInfo.InvariantCulture),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture
                )
                .ToString("0.############", CultureInfo.InvariantCulture) + " %";

    /// <summary>Shares that add up to exactly 100 %, to 0.0001 %, none of them 0.</summary>
    public static IReadOnlyList<string> Shares(IReadOnlyList<double> weights)
    {
        const decimal least = 0.0001m;
        var shares = weights.Select(weight => Math.Max(least, Math.Round(100 * (decimal)weight, 4))).ToArray();
        shares[Array.IndexOf(shares, shares.Max())] += 100 - shares.Sum();
        return [.. shares.Select(share => share.ToString("0.####", CultureInfo.InvariantCulture) + " %")];
    }
}
