using System.Globalization;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Plots;

/// <summary>Places on an axis of time at round numbers of the units that people use.</summary>
internal static class TimeTicks
{
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 86400;
    private const double Year = 365 * Day;

    /// <summary>Candidates of a logarithmic axis; those of a lower rank are placed first.</summary>
    private static readonly IReadOnlyList<(double Seconds, string Label, int Rank)> Candidates =
    [
        .. Enumerable.Range(-9, 9).SelectMany(Decade),
        .. Unit(1, "s", [(1, 0), (10, 1), (30, 2), (5, 2), (2, 3), (20, 3), (3, 4), (15, 4), (40, 4)]),
        .. Unit(Minute, "min", [(1, 0), (10, 1), (30, 2), (5, 2), (2, 3), (20, 3), (3, 4), (15, 4), (40, 4), (90, 5)]),
        .. Unit(Hour, "h", [(1, 0), (6, 2), (12, 3), (3, 2), (2, 3), (4, 4), (8, 4), (18, 4)]),
        .. Unit(Day, "d", [(1, 0), (10, 1), (100, 1), (3, 2), (30, 2), (2, 3), (5, 3), (20, 4), (50, 4), (200, 4)]),
        .. Unit(Year, "years", [(1, 0), (10, 0), (100, 0), (3, 3), (30, 3), (2, 4), (5, 4), (20, 4), (50, 4)]),
    ];

    private static readonly IReadOnlyList<double> Steps =
    [
        .. Enumerable
            .Range(-9, 9)
            .SelectMany(power => new[] { 1.0, 2, 5 }.Select(digit => digit * Math.Pow(10, power))),
        .. new double[] { 1, 2, 5, 10, 15, 20, 30 },
        .. new double[] { 1, 2, 5, 10, 15, 20, 30 }.Select(count => count * Minute),
        .. new double[] { 1, 2, 3, 4, 6, 8, 12 }.Select(count => count * Hour),
        .. new double[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000 }.Select(count => count * Day),
    ];

    /// <summary>Ticks of a logarithmic axis, at least some pixels apart.</summary>
    /// <param name="low">Smallest time shown, in seconds, above 0.</param>
    /// <param name="high">Largest time shown.</param>
    /// <param name="pixels">Length of the axis.</param>
    /// <param name="apart">Least distance of two labels, in pixels.</param>
    /// <returns>The ticks, ascending.</returns>
    public static IReadOnlyList<TickMark> Logarithmic(double low, double high, double pixels, double apart) =>
        Spread(Candidates, low, high, pixels, apart);

    /// <summary>Ticks of a linear axis from 0.</summary>
    /// <param name="high">Largest time shown, in seconds.</param>
    /// <param name="pixels">Length of the axis.</param>
    /// <param name="apart">Least distance of two labels, in pixels.</param>
    /// <returns>The ticks, ascending.</returns>
    public static IReadOnlyList<TickMark> Linear(double high, double pixels, double apart)
    {
        if (!(high > 0))
        {
            return [new TickMark(0, "0 s")];
        }

        var most = Math.Max(1, pixels / apart);
        var step = Steps.FirstOrDefault(candidate => high / candidate <= most, Steps[^1]);
        var count = (int)Math.Min(1000, Math.Floor(high / step * (1 + 1e-9)));
        return
        [
            .. Enumerable.Range(0, count + 1).Select(place => new TickMark(place * step, Label(place * step, step))),
        ];
    }

    /// <summary>Places candidates by rank, each at least some pixels from those already placed.</summary>
    internal static IReadOnlyList<TickMark> Spread(
        IEnumerable<(double Value, string Label, int Rank)> candidates,
        double low,
        double high,
        double pixels,
        double apart
    )
    {
        var perPixel = Math.Log10(high / low) / pixels;
        var placed = new List<TickMark>();
        foreach (var (value, label, _) in candidates.OrderBy(candidate => candidate.Rank).ThenBy(x => x.Value))
        {
            var isInside = value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
            if (isInside && placed.TrueForAll(tick => Math.Abs(Math.Log10(tick.Value / value)) >= apart * perPixel))
            {
                placed.Add(new TickMark(value, label));
            }
        }

        return [.. placed.OrderBy(tick => tick.Value)];
    }

    private static string Label(double seconds, double step)
    {
        if (seconds == 0)
        {
            return "0";
        }

        if (step >= Day)
        {
            return Number(seconds / Day) + " d";
        }

        return step >= Hour ? Number(seconds / Hour) + " h" : HumanTime.Of(seconds);
    }

    private static IEnumerable<(double Seconds, string Label, int Rank)> Decade(int power) =>
        new[] { (1.0, 1), (5.0, 3), (2.0, 3) }.Select(digit =>
        {
            var seconds = digit.Item1 * Math.Pow(10, power);
            return (seconds, HumanTime.Of(seconds), digit.Item2);
        });

    private static IEnumerable<(double Seconds, string Label, int Rank)> Unit(
        double seconds,
        string name,
        IEnumerable<(double Count, int Rank)> counts
    ) => counts.Select(pair => (pair.Count * seconds, $"{Number(pair.Count)} {Singular(name, pair.Count)}", pair.Rank));

    private static string Singular(string name, double count) =>
        count == 1 ? name.Replace("years", "year", StringComparison.Ordinal) : name;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
