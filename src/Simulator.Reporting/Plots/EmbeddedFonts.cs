using ScottPlot;
using SkiaSharp;

namespace Simulator.Reporting.Plots;

/// <summary>DejaVu Sans, regular and bold, from this assembly: text never depends on the fonts of the machine.</summary>
/// <remarks>Thread-safe. Registered with ScottPlot once, before the first plot.</remarks>
internal sealed class EmbeddedFonts : IFontResolver
{
    /// <summary>The name of the family.</summary>
    public const string Family = "DejaVu Sans";

    private static readonly Lazy<EmbeddedFonts> Shared = new(() =>
    {
        var fonts = new EmbeddedFonts();
        Fonts.FontResolvers.Insert(0, fonts);
        Fonts.Default = Family;
        Fonts.Sans = Family;
        return fonts;
    });

    private readonly SKTypeface _regular = Load("DejaVuSans.ttf");
    private readonly SKTypeface _bold = Load("DejaVuSans-Bold.ttf");

    /// <summary>The regular face.</summary>
    public static SKTypeface Regular => Shared.Value._regular;

    /// <summary>The bold face.</summary>
    public static SKTypeface Bold => Shared.Value._bold;

    /// <summary>Makes sure that ScottPlot finds the fonts.</summary>
    public static void Register() => _ = Shared.Value;

    /// <inheritdoc />
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

    /// <inheritdoc />
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic)
    {
        if (!string.Equals(fontName, Family, StringComparison.Ordinal))
        {
            return null;
        }

        return bold ? _bold : _regular;
    }

    private static SKTypeface Load(string file)
    {
        var assembly = typeof(EmbeddedFonts).Assembly;
        using var stream = assembly.GetManifestResourceStream("Simulator.Reporting.Fonts." + file)!;
        return SKTypeface.FromStream(stream);
    }
}
