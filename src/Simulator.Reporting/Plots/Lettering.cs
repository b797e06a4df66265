using ScottPlot;
using SkiaSharp;

namespace Simulator.Reporting.Plots;

/// <summary>A face at a size: measures, cuts, wraps and draws text.</summary>
/// <remarks>Immutable; thread-safe.</remarks>
internal sealed class Lettering
{
    private readonly SKTypeface _face;

    private Lettering(SKTypeface face, float size) => (_face, Size) = (face, size);

    /// <summary>The question.</summary>
    public static Lettering Title { get; } = new(EmbeddedFonts.Bold, 19);

    /// <summary>Name, N, replications.</summary>
    public static Lettering Subtitle { get; } = new(EmbeddedFonts.Regular, 13.5f);

    /// <summary>Legend and labels.</summary>
    public static Lettering Label { get; } = new(EmbeddedFonts.Regular, 13);

    /// <summary>What stands at the foot.</summary>
    public static Lettering Note { get; } = new(EmbeddedFonts.Regular, 12);

    /// <summary>Size in pixels.</summary>
    public float Size { get; }

    /// <summary>Width of a text in pixels.</summary>
    public float Measure(string text)
    {
        using var font = Font();
        return font.MeasureText(text);
    }

    /// <summary>A text cut with an ellipsis so that it fits.</summary>
    public string Cut(string text, float width)
    {
        if (Measure(text) <= width)
        {
            return text;
        }

        var length = text.Length;
        while (length > 1 && Measure(text[..length].TrimEnd() + "…") > width)
        {
            length--;
        }

        length -= char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return text[..length].TrimEnd() + "…";
    }

    /// <summary>A text cut in its middle so that it fits: names often differ at their ends.</summary>
    public string CutMiddle(string text, float width)
    {
        if (Measure(text) <= width)
        {
            return text;
        }

        var kept = text.Length - 1;
        while (kept > 2 && Measure(Shortened(text, kept)) > width)
        {
            kept--;
        }

        return Shortened(text, kept);
    }

    /// <summary>A text in lines that fit; the last is cut where there would be too many.</summary>
    public IReadOnlyList<string> Wrap(string text, float width, int most)
    {
        var lines = new List<string>();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = string.Empty;
        foreach (var word in words)
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && lines.Count < most - 1 && Measure(longer) > width)
            {
                lines.Add(Cut(line, width));
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(Cut(line, width));
        return lines;
    }

    /// <summary>Widths that do not depend on the resolution: the picture is scaled.</summary>
    private SKFont Font() =>
        new(_face, Size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
        };

    private static string Shortened(string text, int kept)
    {
        var front = (kept + 1) / 2;
        var back = text.Length - (kept / 2);
        front -= char.IsHighSurrogate(text[front - 1]) ? 1 : 0;
        back += back < text.Length && char.IsLowSurrogate(text[back]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, front), "…", text.AsSpan(back));
    }

    /// <summary>Draws a text with its left end on a baseline.</summary>
    public void Draw(SKCanvas canvas, string text, float x, float y, Color color)
    {
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        using var font = Font();
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }
}
