using ScottPlot;
using SkiaSharp;

namespace Simulator.Reporting.Plots;

/// <summary>The head of a picture: the question, a line about the study, and the legend in as many rows as it needs.</summary>
internal sealed class FigureHeader
{
    /// <summary>Pixels that the name of a scenario may take, so that what follows it has room.</summary>
    public const float MostName = 420;

    private const float TitleLine = 26;
    private const float LegendLine = 22;
    private const float Swatch = 34;
    private const float Gap = 22;

    private readonly IReadOnlyList<string> _title;
    private readonly string _subtitle;
    private readonly List<(LegendEntry Entry, string Text, float X, int Row)> _legend = [];

    public FigureHeader(Theme theme, string title, string subtitle, IEnumerable<LegendEntry> legend)
    {
        Theme = theme;
        const float room = Figure.Width - (2 * Figure.Side);
        _title = Lettering.Title.Wrap(title, room, 3);
        _subtitle = Lettering.Subtitle.Cut(subtitle, room);
        var (x, row) = (0f, 0);
        foreach (var entry in legend)
        {
            var text = Lettering.Label.Cut(entry.Text, room - Swatch);
            var width = Swatch + Lettering.Label.Measure(text);
            if (x > 0 && x + width > room)
            {
                (x, row) = (0, row + 1);
            }

            _legend.Add((entry, text, Figure.Side + x, row));
            x += width + Gap;
        }

        LegendTop = 20 + (_title.Count * TitleLine) + 22;
        var rows = _legend.Count == 0 ? 0 : row + 1;
        Height = (int)Math.Ceiling(LegendTop + (rows * LegendLine) + 6);
    }

    public Theme Theme { get; }

    public int Height { get; }

    private float LegendTop { get; }

    public void Draw(SKCanvas canvas)
    {
        var y = 16f;
        foreach (var line in _title)
        {
            y += TitleLine;
            Lettering.Title.Draw(canvas, line, Figure.Side, y - 6, Theme.Ink);
        }

        Lettering.Subtitle.Draw(canvas, _subtitle, Figure.Side, y + 16, Theme.Muted);
        foreach (var (entry, text, x, row) in _legend)
        {
            var baseline = LegendTop + (row * LegendLine) + 15;
            DrawSwatch(canvas, entry, x, baseline - 5);
            Lettering.Label.Draw(canvas, text, x + Swatch, baseline, Theme.Ink);
        }
    }

    private static void DrawSwatch(SKCanvas canvas, LegendEntry entry, float x, float y)
    {
        if (entry.HasBand)
        {
            using var pale = new SKPaint { Color = entry.Color.WithAlpha(0.2).ToSKColor() };
            canvas.DrawRect(new SKRect(x, y - 7, x + 26, y + 7), pale);
        }

        if (entry.LineWidth > 0)
        {
            using var path = new SKPath();
            path.MoveTo(x, y);
            path.LineTo(x + 26, y);
            Stroke.Draw(canvas, path, entry);
        }

        if (entry.Marker != MarkerShape.None)
        {
            using var ink = Paint.NewDisposablePaint();
            var style = new MarkerStyle(entry.Marker, 8, entry.Color);
            style.Render(canvas, new Pixel(x + 13, y), ink);
        }
    }
}
