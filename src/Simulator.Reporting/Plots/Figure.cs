using System.Text;
using ScottPlot;
using SkiaSharp;

namespace Simulator.Reporting.Plots;

/// <summary>A finished picture: question, subtitle, legend, plots, notes. Gives PNG and SVG, the same bytes each time.</summary>
/// <remarks>Not thread-safe; each picture has plots of its own.</remarks>
public sealed class Figure : IDisposable
{
    /// <summary>Width of every picture, in logical pixels; a PNG has twice as many.</summary>
    public const int Width = 1000;

    internal const int Side = 28;
    private const float Scale = 2;

    private readonly Theme _theme;
    private readonly FigureHeader _header;
    private readonly IReadOnlyList<FigurePanel> _panels;
    private readonly IReadOnlyList<string> _notes;

    internal Figure(FigureHeader header, IReadOnlyList<FigurePanel> panels, IReadOnlyList<string> notes)
    {
        EmbeddedFonts.Register();
        _header = header;
        _theme = header.Theme;
        _panels = panels;
        _notes = [.. notes.SelectMany(note => Lettering.Note.Wrap(note, Width - (2 * Side), 2))];
        Height = header.Height + panels.Sum(panel => panel.Height) + (_notes.Count * 17) + 14;
    }

    /// <summary>Height in logical pixels.</summary>
    public int Height { get; }

    /// <summary>The picture as PNG, two pixels for each logical one.</summary>
    /// <returns>The bytes of the file.</returns>
    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(Width * Scale), (int)(Height * Scale)));
        surface.Canvas.Scale(Scale);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The picture as SVG with real text.</summary>
    /// <returns>The bytes of the file, UTF-8.</returns>
    public byte[] ToSvg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            Draw(canvas);
        }

        return Encoding.UTF8.GetBytes(SvgText.Settle(Encoding.UTF8.GetString(stream.ToArray())));
    }

    /// <summary>Frees the plots.</summary>
    public void Dispose()
    {
        foreach (var panel in _panels)
        {
            panel.Plot.Dispose();
        }
    }

    private void Draw(SKCanvas canvas)
    {
        canvas.Clear(_theme.Background.ToSKColor());
        _header.Draw(canvas);
        var top = (float)_header.Height;
        foreach (var panel in _panels)
        {
            panel.Plot.RenderManager.RenderActions.RemoveAll(action =>
                action is ScottPlot.Rendering.RenderActions.ClearCanvas
            );
            panel.Plot.Render(canvas, new PixelRect(0, Width, top + panel.Height, top));
            Lettering.Label.Draw(canvas, panel.Label, Side, top + 16, _theme.Muted);
            top += panel.Height;
        }

        foreach (var note in _notes)
        {
            top += 17;
            Lettering.Note.Draw(canvas, note, Side, top - 4, _theme.Muted);
        }
    }
}
