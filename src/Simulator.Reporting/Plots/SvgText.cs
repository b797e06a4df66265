using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Reporting.Plots;

/// <summary>Makes the SVG of Skia the same each time, and readable where DejaVu Sans is missing.</summary>
internal static partial class SvgText
{
    /// <summary>Numbers names in the order in which they appear (Skia counts them per process) and adds fallback fonts.</summary>
    public static string Settle(string svg)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var settled = Name()
            .Replace(
                svg,
                match =>
                {
                    var name = match.Groups["name"].Value;
                    if (!names.TryGetValue(name, out var settledName))
                    {
                        settledName = "n" + names.Count.ToString(CultureInfo.InvariantCulture);
                        names.Add(name, settledName);
                    }

                    return match.Groups["before"].Value + settledName + match.Groups["after"].Value;
                }
            );
        return settled.Replace(
            $"font-family=\"{EmbeddedFonts.Family}\"",
            $"font-family=\"{EmbeddedFonts.Family}, Verdana, sans-serif\"",
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex(
        """(?<before> id="|\(#|href="#)(?<name>[A-Za-z]+_[0-9a-f]+)(?<after>"|\))""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Name();
}
