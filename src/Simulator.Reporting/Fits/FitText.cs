using System.Globalization;
using Simulator.Analysis.Fitting;
using Simulator.Experiments.Logs;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Fits;

/// <summary>A fit for people at a terminal: the answer, the candidates, warnings, the fragment.</summary>
public static class FitText
{
    private const int MostSteps = 12;

    /// <summary>Writes a fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(LogFit fit, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        var steps = fit.Steps.Count == 1 ? "1 step" : $"{HumanCount.Of((long)fit.Steps.Count)} steps";
        var head = $"{fit.Source} · fit · {HumanCount.Of(fit.Used)} of {HumanCount.Of(fit.Rows)} rows · {steps}";
        writer.WriteLine(layout.Faint(TextLayout.Clean(head)));
        writer.WriteLine();
        foreach (var line in fit.Steps.SelectMany(step => layout.Wrap(StepWords.Answer(step), "- ", "  ")))
        {
            writer.WriteLine(line);
        }

        WriteSection(writer, layout, "Steps", StepLines(fit, layout));
        foreach (var step in fit.Steps.Where(step => step.Fit?.Candidates.Count > 0).Take(MostSteps))
        {
            WriteSection(writer, layout, $"Laws of {TextLayout.Clean(step.Step)}", LawLines(step, fit, layout));
        }

        var warnings = Warnings(fit).SelectMany(warning => layout.Wrap(warning, "! ", "  ")).Select(layout.Alarm);
        WriteSection(writer, layout, "Before you believe it", [.. warnings]);
        WriteSection(writer, layout, "For a scenario", FragmentText.Of(fit).TrimEnd('\n').Split('\n'));
    }

    /// <summary>All warnings, those of a step with its name.</summary>
    internal static IReadOnlyList<string> Warnings(LogFit fit) =>
        [.. fit.Warnings, .. fit.Steps.SelectMany(step => step.Warnings.Select(warning => $"{step.Step}: {warning}"))];

    private static IReadOnlyList<string> StepLines(LogFit fit, TextLayout layout)
    {
        TextColumn Of(string head, int priority, Func<StepFit, string> text, bool isText = false) =>
            new(head, priority, [.. fit.Steps.Select(text)]) { IsText = isText };

        return TextTable.Lines(
            [
                Of("step", 0, step => step.Step, isText: true),
                Of("law", 0, step => step.Fit?.Chosen.Law.Name ?? "-", isText: true),
                Of("verdict", 0, step => step.Fit is { } own ? StepWords.Verdict(own.Verdict) : "-", isText: true),
                Of("ended well", 1, step => HumanCount.Of(step.Ok)),
                Of("failed", 2, step => HumanCount.Of(step.Failed)),
                Of("unfinished", 3, step => HumanCount.Of(step.Unfinished)),
                Of("median", 0, step => HumanTime.Of(step.Fit?.Chosen.Law.Quantile(0.5))),
                Of("p95", 0, step => HumanTime.Of(step.Fit?.Chosen.Law.Quantile(0.95))),
                Of("p99", 4, step => HumanTime.Of(step.Fit?.Chosen.Law.Quantile(0.99))),
                Of("rack correlation", 6, step => Number(step.RackCorrelation?.Value, "0.00")),
                Of("outliers", 5, step => HumanCount.Of(step.OutlierCount)),
            ],
            layout
        );
    }

    private static IReadOnlyList<string> LawLines(StepFit step, LogFit fit, TextLayout layout)
    {
        var laws = step.Fit!.Candidates;
        var least = laws.Min(law => law.Aicc);
        TextColumn Of(string head, int priority, Func<FittedLaw, string> text, bool isText = false) =>
            new(head, priority, [.. laws.Select(text)]) { IsText = isText };

        return TextTable.Lines(
            [
                Of("law", 0, law => law.Law.Name + (ReferenceEquals(law, step.Fit.Chosen) ? " *" : ""), isText: true),
                Of("AICc above least", 1, law => Number(law.Aicc - least, "#,0.0")),
                Of("D", 0, law => Number(law.Distance, "0.000")),
                Of("p", 2, law => Number(law.PValue, "0.00")),
                Of(
                    "parameters with 95 % intervals",
                    0,
                    law => string.Join("; ", law.Estimates.Select(estimate => StepWords.Parameter(estimate, fit))),
                    isText: true
                ),
            ],
            layout
        );
    }

    private static string Number(double? value, string format) =>
        value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "-";

    private static void WriteSection(TextWriter writer, TextLayout layout, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(layout.Accent(title));
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }
}
