using SkiaSharp;

namespace Simulator.Reporting.Plots;

/// <summary>Draws a line in the pattern of its legend entry, the same way into PNG and SVG.</summary>
/// <remarks>A canvas that writes SVG knows no patterns: the pieces of a broken line are filled areas.</remarks>
internal static class Stroke
{
    /// <summary>Draws a path.</summary>
    public static void Draw(SKCanvas canvas, SKPath path, LegendEntry entry)
    {
        using var paint = new SKPaint
        {
            Color = entry.Color.ToSKColor(),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = entry.LineWidth,
            StrokeJoin = SKStrokeJoin.Round,
        };
        using var effect = entry.Pattern.GetPathEffect();
        if (effect is null)
        {
            canvas.DrawPath(path, paint);
            return;
        }

        paint.PathEffect = effect;
        using var pieces = new SKPath();
        paint.GetFillPath(path, pieces);
        paint.PathEffect = null;
        paint.Style = SKPaintStyle.Fill;
        canvas.DrawPath(pieces, paint);
    }
}
