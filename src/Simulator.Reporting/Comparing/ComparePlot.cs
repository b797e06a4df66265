using ScottPlot;
using Simulator.Experiments.Comparing;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Comparing;

/// <summary>T against capacity lost, and below it against the most nodes out at once; a marker a contender.</summary>
internal static class ComparePlot
{
    /// <summary>The picture; who never completed is named below it, having no T.</summary>
    public static Figure Draw(CompareResult found, Theme theme)
    {
        var header = new FigureHeader(
            theme,
            found.Question.Length > 0 ? found.Question : "Which strategy costs how much time and capacity?",
            $"{found.Rows.Count} scenarios · {HumanCount.Nodes(found.Nodes)} · the same draws for all · seed {found.Seed}",
            [
                new LegendEntry("no other is better in one of the three without being worse in another", theme.Curve)
                {
                    LineWidth = 0,
                    Marker = MarkerShape.FilledCircle,
                },
                new LegendEntry("beaten by one of those", theme.Muted)
                {
                    LineWidth = 0,
                    Marker = MarkerShape.OpenCircle,
                },
            ]
        );
        var rows = found.Rows.Where(row => row.Cell.Makespan is not null).ToList();
        var stopped = found.Rows.Except(rows).Select(row => row.Name).ToList();
        return new Figure(
            header,
            [
                ComparePanel.Draw(rows, row => row.LostNodeHours!.Value, "node-hours lost", theme),
                ComparePanel.Draw(rows, row => row.PeakUnavailableMean, "most nodes out of service at once", theme),
            ],
            stopped.Count == 0
                ? []
                : [$"Stopped early in every replication, so without T: {string.Join(", ", stopped)}."]
        );
    }
}
