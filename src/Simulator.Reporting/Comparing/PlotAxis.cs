using Simulator.Reporting.Plots;

namespace Simulator.Reporting.Comparing;

/// <summary>
/// One axis of a scatter plot: logarithmic where the values above 0 span more than a decade, else from 0. On a logarithmic
/// axis a 0 has a place of its own below all others.
/// </summary>
internal sealed record PlotAxis(bool IsLogarithmic, double Low, double High, double Pixels)
{
    private const double Decade = 10;
    private const double Room = 0.1;

    /// <summary>The logarithm at which a 0 is drawn; null where there is none.</summary>
    private double? Zero { get; init; }

    /// <summary>The axis for some values, at least 0.</summary>
    public static PlotAxis Of(IReadOnlyList<double> values, double pixels)
    {
        var above = values.Where(value => value > 0).DefaultIfEmpty(1).ToList();
        var (least, most) = (above.Min(), above.Max());
        var hasZero = above.Count < values.Count;
        if (most < least * Decade)
        {
            return new PlotAxis(false, hasZero ? -most * Room / 2 : 0, most * (1 + Room), pixels);
        }

        var (low, high) = (Math.Log10(least), Math.Log10(most));
        var room = (high - low) * Room;
        return hasZero
            ? new PlotAxis(true, low - (2.5 * room), high + room, pixels) { Zero = low - (2 * room) }
            : new PlotAxis(true, low - room, high + room, pixels);
    }

    /// <summary>Pixels from the low end.</summary>
    public double PixelOf(double value) => (At(value) - Low) / (High - Low) * Pixels;

    /// <summary>The place on the axis of the plot of a number of pixels from the low end.</summary>
    public double FromPixel(double pixel) => Low + (pixel / Pixels * (High - Low));

    /// <summary>Ticks of times in seconds.</summary>
    public IEnumerable<TickMark> TimeMarks(double apart) => Marks(TimeTicks.Logarithmic, TimeTicks.Linear, apart);

    /// <summary>Ticks of counts.</summary>
    public IEnumerable<TickMark> CountMarks(double apart) => Marks(CountTicks.Logarithmic, CountTicks.Linear, apart);

    private IEnumerable<TickMark> Marks(
        Func<double, double, double, double, IReadOnlyList<TickMark>> logarithmic,
        Func<double, double, double, IReadOnlyList<TickMark>> linear,
        double apart
    )
    {
        if (!IsLogarithmic)
        {
            return linear(High, Pixels, apart);
        }

        var least = Zero is { } zero ? zero + (apart / Pixels * (High - Low)) : Low;
        var marks = logarithmic(Math.Pow(10, least), Math.Pow(10, High), Pixels * (High - least) / (High - Low), apart);
        return Zero is { } place ? marks.Prepend(new TickMark(Math.Pow(10, place), "0")) : marks;
    }

    private double At(double value) =>
        !IsLogarithmic ? value
        : value > 0 ? Math.Log10(value)
        : Zero ?? Low;
}
