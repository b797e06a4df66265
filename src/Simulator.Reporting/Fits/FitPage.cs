using System.Net;
using System.Text;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Fits;

/// <summary><c>fit.html</c>: all of a fit on one page that loads nothing and runs nothing.</summary>
internal static class FitPage
{
    private const string Head = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <style>
        body { font: 16px/1.5 "DejaVu Sans", Verdana, sans-serif; color: #1f2328; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
        img { width: 100%; border: 1px solid #e3e6ea }
        pre { background: #f4f5f7; padding: 1rem; overflow-x: auto; font-size: 13px }
        table { border-collapse: collapse; font-size: 14px } td, th { padding: .2rem .8rem .2rem 0; text-align: left }
        .warning { border-left: 4px solid #c04a00; padding-left: .8rem }
        </style>

        """;

    /// <summary>Writes the page.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="pictures">The picture of each drawn step as SVG, by name of the step.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    public static void Write(LogFit fit, IReadOnlyDictionary<string, byte[]> pictures, Stream stream)
    {
        using var page = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        page.Write(Head);
        page.WriteLine($"<title>Fit of {Text(fit.Source)}</title>");
        page.WriteLine($"<h1>How long do the steps of {Text(fit.Source)} take?</h1>");
        page.WriteLine($"<p>{HumanCount.Of(fit.Used)} of {HumanCount.Of(fit.Rows)} rows used.</p>");
        WriteList(page, "", [.. fit.Steps.Select(StepWords.Answer)]);
        WriteList(page, " class=\"warning\"", FitText.Warnings(fit));
        page.WriteLine($"<h2>For a scenario</h2>\n<pre>{Text(FragmentText.Of(fit))}</pre>");
        foreach (var step in fit.Steps)
        {
            WriteStep(page, step, fit, pictures);
        }
    }

    private static void WriteStep(
        StreamWriter page,
        StepFit step,
        LogFit fit,
        IReadOnlyDictionary<string, byte[]> pictures
    )
    {
        page.WriteLine($"<h2>{Text(step.Step)}</h2>");
        if (pictures.TryGetValue(step.Name, out var picture))
        {
            var data = Convert.ToBase64String(picture);
            page.WriteLine($"<img alt=\"{Text(StepWords.Answer(step))}\" src=\"data:image/svg+xml;base64,{data}\">");
        }

        page.WriteLine("<table><tr><th>law<th>AICc<th>D<th>p<th>parameters with 95 % intervals");
        foreach (var law in step.Fit?.Candidates ?? [])
        {
            var parameters = string.Join("; ", law.Estimates.Select(estimate => StepWords.Parameter(estimate, fit)));
            var name = ReferenceEquals(law, step.Fit!.Chosen) ? $"<b>{law.Law.Name}</b>" : law.Law.Name;
            page.WriteLine(
                $"<tr><td>{name}<td>{Rounded.Of(law.Aicc)}<td>{law.Distance:0.000}<td>{law.PValue:0.00}<td>{Text(parameters)}"
            );
        }

        page.WriteLine("</table>");
        if (step.OutlierCount > 0)
        {
            var named = step
                .Outliers.Take(20)
                .Select(outlier => $"row {outlier.Row} {outlier.Node} {HumanTime.Of(outlier.Seconds)}");
            page.WriteLine($"<p>{HumanCount.Of(step.OutlierCount)} outliers: {Text(string.Join(", ", named))}</p>");
        }
    }

    private static void WriteList(StreamWriter page, string attributes, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            page.WriteLine($"<ul{attributes}>{string.Concat(items.Select(item => $"\n<li>{Text(item)}"))}\n</ul>");
        }
    }

    private static string Text(string text) =>
        WebUtility
            .HtmlEncode(TextLayout.Clean(text.Replace("\n", "\u2028", StringComparison.Ordinal)))
            .Replace("\u2028", "\n", StringComparison.Ordinal);
}
