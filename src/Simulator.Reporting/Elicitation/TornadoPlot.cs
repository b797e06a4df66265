using Simulator.Experiments.Elicitation;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Elicitation;

/// <summary>T_inf(N), and below it T(N), with one answer at P10 and at P90 and all others in the middle; the widest bar on top.</summary>
internal static class TornadoPlot
{
    /// <summary>The picture.</summary>
    public static Figure Draw(ElicitResult found, Theme theme)
    {
        var nodes = HumanCount.Of((long)found.Scenario.Model.Cluster.Nodes);
        var panels = new List<FigurePanel>
        {
            TornadoPanel.Draw(
                found.Values,
                end => end?.Floor,
                found.AtMiddle.Floor,
                $"T_inf({nodes}), the theoretical O(1) number",
                theme
            ),
        };
        if (found.AtMiddle.Time is { } middle)
        {
            panels.Add(TornadoPanel.Draw(found.Values, end => end?.Time, middle, $"T({nodes}), the rollout", theme));
        }

        var subtitle = string.Join(
            " · ",
            Lettering.Subtitle.CutMiddle(found.Scenario.Name, FigureHeader.MostName),
            $"{found.Experts.Count} experts",
            "one answer moved, all others in the middle"
        );
        var header = new FigureHeader(
            theme,
            "Which answer moves the time most?",
            subtitle,
            [
                new LegendEntry("answer at P10 of what the experts believe", theme.Curve) { LineWidth = 12 },
                new LegendEntry("answer at P90", theme.Bound) { LineWidth = 12 },
            ]
        );
        return new Figure(header, panels, [$"Means over {found.Replications} replications, the same in every bar."]);
    }
}
