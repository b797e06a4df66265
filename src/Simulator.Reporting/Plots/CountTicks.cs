using Simulator.Reporting.Text;

namespace Simulator.Reporting.Plots;

/// <summary>Places on an axis of counts: 1, 10, 100, 1k.</summary>
internal static class CountTicks
{
    /// <summary>Ticks of a logarithmic axis, at least some pixels apart.</summary>
    /// <param name="low">Smallest count shown, above 0.</param>
    /// <param name="high">Largest count shown.</param>
    /// <param name="pixels">Length of the axis.</param>
    /// <param name="apart">Least distance of two labels, in pixels.</param>
    /// <returns>The ticks, ascending.</returns>
    public static IReadOnlyList<TickMark> Logarithmic(double low, double high, double pixels, double apart) =>
        TimeTicks.Spread(
            Enumerable
                .Range(0, 16)
                .SelectMany(power =>
                    new[] { (1.0, 0), (3.0, 2), (2.0, 1), (5.0, 1), (7.0, 3), (1.5, 4) }.Select(digit =>
                    {
                        var count = digit.Item1 * Math.Pow(10, power);
                        return (count, HumanCount.Short(count), digit.Item2);
                    })
                )
                .Where(tick => tick.count == Math.Floor(tick.count)),
            low,
            high,
            pixels,
            apart
        );

    /// <summary>Ticks of a linear axis from 0.</summary>
    /// <param name="high">Largest count shown.</param>
    /// <param name="pixels">Length of the axis.</param>
    /// <param name="apart">Least distance of two labels, in pixels.</param>
    /// <returns>The ticks, ascending.</returns>
    public static IReadOnlyList<TickMark> Linear(double high, double pixels, double apart)
    {
        var most = Math.Max(1, pixels / apart);
        var step = Enumerable
            .Range(0, 16)
            .SelectMany(power => new[] { 1.0, 2, 5 }.Select(digit => digit * Math.Pow(10, power)))
            .First(candidate => high / candidate <= most);
        var count = (int)Math.Floor(high / step * (1 + 1e-9));
        return
        [
            .. Enumerable
                .Range(0, count + 1)
                .Select(place => new TickMark(place * step, HumanCount.Short(place * step))),
        ];
    }
}
