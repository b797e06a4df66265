using ScottPlot;
using SkiaSharp;

namespace Simulator.Reporting.Plots;

/// <summary>A line through points, in the pattern of its legend entry; infinite x stand for the edges of the plot.</summary>
internal sealed class StrokeLine(IReadOnlyList<Coordinates> points, LegendEntry entry) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        if (points.Count < 2 || entry.LineWidth <= 0)
        {
            return;
        }

        using var path = new SKPath();
        path.MoveTo(At(rp, points[0]));
        foreach (var point in points.Skip(1))
        {
            path.LineTo(At(rp, point));
        }

        Stroke.Draw(rp.Canvas, path, entry);
    }

    private SKPoint At(RenderPack rp, Coordinates point)
    {
        var y = Axes.GetPixelY(point.Y);
        return point.X switch
        {
            double.NegativeInfinity => new SKPoint(rp.DataRect.Left, y),
            double.PositiveInfinity => new SKPoint(rp.DataRect.Right, y),
            _ => new SKPoint(Axes.GetPixelX(point.X), y),
        };
    }
}
