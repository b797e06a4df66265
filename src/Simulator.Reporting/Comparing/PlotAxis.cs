using Simulator.Reporting.Plots;

namespace Simulator.Reporting.Comparing;

/// <summary>One axis of a scatter plot: logarithmic where the values span more than a decade, else from 0.</summary>
internal sealed record PlotAxis(bool IsLogarithmic, double Low, double High, double Pixels)
{
    private const double Decade = 10;
    private const double Room = 0.12;

    /// <summary>The axis for some values, at least 0.</summary>
    public static PlotAxis Of(IReadOnlyList<double> values, double pixels)
    {
        var (least, most) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max());
        if (least <= 0 || most < least * Decade)
        {
            return new PlotAxis(false, 0, most > 0 ? most * (1 + Room) : 1, pixels);
        }

        var room = (Math.Log10(most) - Math.Log10(least)) * Room;
        return new PlotAxis(true, Math.Log10(least) - room, Math.Log10(most) + room, pixels);
    }

    /// <summary>Where a value lies on the axis of the plot.</summary>
    public double At(double value) => IsLogarithmic ? Math.Log10(value) : value;

    /// <summary>Pixels from the low end.</summary>
    public double PixelOf(double value) => (At(value) - Low) / (High - Low) * Pixels;

    /// <summary>The place on the axis of a number of pixels from the low end.</summary>
    public double FromPixel(double pixel) => Low + (pixel / Pixels * (High - Low));

    /// <summary>Ticks of times in seconds.</summary>
    public IEnumerable<TickMark> TimeMarks(double apart) =>
        IsLogarithmic
            ? TimeTicks.Logarithmic(Math.Pow(10, Low), Math.Pow(10, High), Pixels, apart)
            : TimeTicks.Linear(High, Pixels, apart);

    /// <summary>Ticks of counts.</summary>
    public IEnumerable<TickMark> CountMarks(double apart) =>
        IsLogarithmic
            ? CountTicks.Logarithmic(Math.Pow(10, Low), Math.Pow(10, High), Pixels, apart)
            : CountTicks.Linear(High, Pixels, apart);
}
