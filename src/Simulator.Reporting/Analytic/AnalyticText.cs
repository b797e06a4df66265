using Simulator.Experiments.Analytic;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Analytic;

/// <summary>The answer by mean values for people at a terminal.</summary>
public static class AnalyticText
{
    /// <summary>Writes question, answer, cells and limits.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(AnalyticResult result, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        foreach (var line in layout.Wrap(result.Scenario.Question ?? "", "", ""))
        {
            writer.WriteLine(layout.Strong(line));
        }

        var cells = result.Cells.Count == 1 ? "1 cell" : $"{HumanCount.Of((long)result.Cells.Count)} cells";
        foreach (var line in layout.Wrap($"{result.Scenario.Name} · {result.Command} · {cells} · analytic", "", ""))
        {
            writer.WriteLine(layout.Faint(line));
        }

        writer.WriteLine();
        foreach (var line in AnalyticWords.Answer(result).SelectMany(sentence => layout.Wrap(sentence, "- ", "  ")))
        {
            writer.WriteLine(line);
        }

        TerminalSummary.WriteSection(writer, layout, "Mean of T(N), with bounds of the mean", Cells(result, layout));
        TerminalSummary.WriteSection(writer, layout, "Limits by formula", Limits(result, layout));
        var warnings = result.Warnings.SelectMany(warning => layout.Wrap(warning, "! ", "  ")).Select(layout.Alarm);
        TerminalSummary.WriteSection(writer, layout, "Before you believe it", [.. warnings]);
    }

    private static IReadOnlyList<string> Cells(AnalyticResult result, TextLayout layout)
    {
        var axes = result
            .Axes.Select((path, place) => (path, place))
            .Where(axis => axis.path != "cluster.nodes")
            .Select(axis => new TextColumn(
                axis.path,
                0,
                [.. result.Cells.Select(cell => cell.AxisValues[axis.place])]
            ));
        TextColumn Column(string header, int priority, Func<AnalyticCell, string> text) =>
            new(header, priority, [.. result.Cells.Select(text)]);
        return TextTable.Lines(
            [
                Column("N", 0, cell => HumanCount.Of((long)cell.Nodes)),
                .. axes,
                Column("T(N)", 0, cell => HumanTime.Of(cell.Mean)),
                Column("at least", 1, cell => HumanTime.Of(cell.Lower)),
                Column("at most", 2, cell => HumanTime.Of(cell.Upper)),
                Column("T_inf", 1, cell => HumanTime.Of(cell.TInf)),
                Column("over the floor", 3, cell => HumanShare.Deviation(cell.DeviationRemovable)),
                Column("bound by", 2, cell => cell.BoundBy ?? "the slowest node") with
                {
                    IsText = true,
                },
            ],
            layout
        );
    }

    private static IReadOnlyList<string> Limits(AnalyticResult result, TextLayout layout) =>
        TextTable.Of(
            result.Limits,
            layout,
            ("limit", 0, limit => limit.Name, true),
            ("allows", 1, limit => limit.Allows, true),
            ("N*", 0, limit => limit.NStar is { } nodes ? HumanCount.Of(nodes) : "never", false),
            ("hidden behind", 2, limit => limit.HiddenBehind ?? "", true)
        );
}
