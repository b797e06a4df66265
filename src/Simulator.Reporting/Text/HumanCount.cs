using System.Globalization;

namespace Simulator.Reporting.Text;

/// <summary>Counts as people write them: <c>18,432</c>, and short for axes: <c>10k</c>.</summary>
public static class HumanCount
{
    /// <summary>All digits, in groups of three.</summary>
    public static string Of(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>All digits, in groups of three; <c>-</c> where there is none.</summary>
    public static string Of(long? count) => count is { } value ? Of(value) : "-";

    /// <summary><c>1 node</c>, <c>18,432 nodes</c>.</summary>
    public static string Nodes(long count) => count == 1 ? "1 node" : $"{Of(count)} nodes";

    /// <summary>A mean count: one decimal below 10, none above; never <c>0</c> for what is not 0.</summary>
    public static string Of(double mean) =>
        Math.Abs(mean) switch
        {
            double.NaN or double.PositiveInfinity => "-",
            > 0 and < 0.05 => "< 0.1",
            < 9.95 => mean.ToString("0.#", CultureInfo.InvariantCulture),
            _ => mean.ToString("#,0", CultureInfo.InvariantCulture),
        };

    /// <summary>Short, for ticks: <c>500</c>, <c>10k</c>, <c>2M</c>.</summary>
    public static string Short(double count) =>
        Math.Abs(count) switch
        {
            >= 1e9 => (count / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + "G",
            >= 1e6 => (count / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
            >= 1e3 => (count / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
            _ => count.ToString("0.##", CultureInfo.InvariantCulture),
        };
}
