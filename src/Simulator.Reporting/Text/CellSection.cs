using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>The table of T(N).</summary>
internal static class CellSection
{
    public static IReadOnlyList<string> Lines(StudyResult study, TextLayout layout)
    {
        if (study.Cells.Count == 0)
        {
            return [];
        }

        var table = TextTable.Lines([.. Axes(study), .. Columns(study)], layout);
        return study.Cells.All(cell => cell.IsPrecise)
            ? table
            : [.. table, .. layout.Wrap("* the wanted precision was not met", string.Empty, "  ").Select(layout.Faint)];
    }

    private static IEnumerable<TextColumn> Axes(StudyResult study) =>
        study
            .Axes.Select((axis, place) => (Axis: axis, Place: place))
            .Where(axis => axis.Axis is not "cluster.nodes")
            .Select(axis => new TextColumn(
                Short(axis.Axis),
                0,
                [.. study.Cells.Select(cell => cell.AxisValues.ElementAtOrDefault(axis.Place) ?? "-")]
            )
            {
                IsText = true,
            });

    private static string Short(string axis) => axis[(axis.LastIndexOf('.') + 1)..];

    private static IEnumerable<TextColumn> Columns(StudyResult study)
    {
        var cells = study.Cells;
        TextColumn Of(string header, int priority, Func<CellResult, string> text) =>
            new(header, priority, [.. cells.Select(text)]);

        var none = cells.All(cell => cell.IsPrecise) ? string.Empty : " ";
        var isSameT1 = cells.All(cell => cell.T1.Equals(cells[0].T1)) && cells.Count > 1;
        yield return Of("N", 0, cell => HumanCount.Of((long)cell.Nodes));
        yield return Of("runs", 5, cell => HumanCount.Of((long)cell.Replications));
        yield return Of("T(N)", 0, cell => HumanTime.Of(cell.Makespan?.Mean));
        yield return Of(
            $"± {HumanShare.Of(study.Confidence)}{none}",
            2,
            cell => HumanTime.Of(cell.Makespan?.HalfWidth) + (cell.IsPrecise || cell.Makespan is null ? none : "*")
        );
        yield return Of("p50", 9, cell => HumanTime.Of(cell.MakespanP50));
        yield return Of("p95", 6, cell => HumanTime.Of(cell.MakespanP95));
        yield return Of($"to {HumanShare.Of(study.ShareVerified)}", 8, cell => HumanTime.Of(cell.MakespanShare));
        yield return Of("floor T_inf", 1, cell => HumanTime.Of(cell.TInf));
        yield return Of("over floor", 1, cell => HumanShare.Deviation(cell.DeviationRemovable));
        yield return Of("T_1", isSameT1 ? 11 : 4, cell => HumanTime.Of(cell.T1));
        yield return Of("over T_1", 3, cell => HumanShare.Deviation(cell.Deviation));
        yield return Of("bound", 10, cell => HumanTime.Of(cell.Bound));
        yield return Of("lost node-h", 7, cell => cell.CapacityLostNodeHours is { } hours ? HumanCount.Of(hours) : "-");
        if (cells.Any(cell => cell.FailedNodesMean > 0))
        {
            yield return Of("failed", 0, cell => HumanCount.Of(cell.FailedNodesMean));
        }

        if (cells.Any(cell => cell.WithinDeadlineShare is not null))
        {
            yield return Of("in time", 4, cell => cell.WithinDeadlineShare is { } share ? HumanShare.Of(share) : "-");
        }

        if (cells.Any(cell => cell.CompletedShare < 1))
        {
            yield return Of("completed", 1, cell => HumanShare.Of(cell.CompletedShare));
            yield return Of("reached", 6, cell => HumanCount.Of(cell.ReachedNodesMean ?? double.NaN));
        }

        if (cells.Any(cell => cell.DefectiveNodesMean is not null))
        {
            yield return Of("bad", 1, cell => HumanCount.Of(cell.DefectiveNodesMean ?? double.NaN));
            yield return Of("bad p95", 5, cell => HumanCount.Of(cell.DefectiveNodesP95 ?? double.NaN));
        }
    }
}
