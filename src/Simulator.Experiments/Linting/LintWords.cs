using System.Globalization;

namespace Simulator.Experiments.Linting;

/// <summary>Numbers in sentences.</summary>
internal static class LintWords
{
    private static readonly (string Unit, double Seconds)[] Units = [("d", 86400), ("h", 3600), ("min", 60)];

    /// <summary>A time with three digits in the largest unit of which it has two: <c>327 s</c> is <c>5.45 min</c>.</summary>
    public static string Time(double seconds)
    {
        var (unit, length) = Units.FirstOrDefault(unit => seconds >= 2 * unit.Seconds, ("s", 1));
        return $"{Digits(seconds / length)} {unit}";
    }

    /// <summary>All digits of a count, in groups of three.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary><c>1 node</c>, <c>18,432 nodes</c>.</summary>
    public static string Nodes(long count) => count == 1 ? "1 node" : $"{Count(count)} nodes";

    /// <summary>A share in per cent, exactly.</summary>
    public static string Share(decimal share) =>
        (share * 100).ToString("0.############", CultureInfo.InvariantCulture) + " %";

    /// <summary>The least share of two digits in which some waves do: 3 waves are 34 %.</summary>
    /// <param name="waves">At least 1.</param>
    public static string ShareFor(double waves)
    {
        var percent = 100 / Math.Max(1, waves);
        var digit =
            percent >= 10 ? 1
            : percent >= 1 ? 0.1
            : percent >= 0.1 ? 0.01
            : 0.001;
        var above = Math.Ceiling((percent / digit) - 1e-9) * digit;
        return above.ToString("0.###", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A number rounded up to two digits, as people write capacities.</summary>
    public static string Above(double number)
    {
        var digit = 1.0;
        while (number / digit >= 100)
        {
            digit *= 10;
        }

        while (number / digit < 10)
        {
            digit /= 10;
        }

        return (Math.Ceiling((number / digit) - 1e-9) * digit).ToString("0.#######", CultureInfo.InvariantCulture);
    }

    private static string Digits(double number) =>
        number.ToString(
            number switch
            {
                < 0.01 => "0.####",
                < 10 => "0.##",
                < 100 => "0.#",
                _ => "#,0",
            },
            CultureInfo.InvariantCulture
        );
}
