using Simulator.Experiments.Comparing;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Comparing;

/// <summary>A comparison for people at a terminal.</summary>
public static class CompareText
{
    /// <summary>Writes the findings.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(CompareResult found, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        foreach (var line in layout.Wrap(found.Question, "", "").Where(line => line.Length > 0))
        {
            writer.WriteLine(layout.Strong(line));
        }

        var head = $"compare · {found.Rows.Count} scenarios · {HumanCount.Nodes(found.Nodes)} · seed {found.Seed}";
        foreach (var line in layout.Wrap(head, "", ""))
        {
            writer.WriteLine(layout.Faint(line));
        }

        writer.WriteLine();
        foreach (var line in CompareWords.Answer(found).SelectMany(sentence => layout.Wrap(sentence, "- ", "  ")))
        {
            writer.WriteLine(line);
        }

        void Section(string title, IReadOnlyList<string> lines) =>
            TerminalSummary.WriteSection(writer, layout, title, lines);

        Section($"{HumanCount.Nodes(found.Nodes)}, the same draws for all", Cells(found, layout));
        Section("Presets", Presets(found, layout));
        Section($"Differences to {found.Rows[0].Name}, replication by replication", Pairs(found, layout));
        var warnings = found.Warnings.SelectMany(warning => layout.Wrap(warning, "! ", "  ")).Select(layout.Alarm);
        Section("Before you believe it", [.. warnings]);
        writer.WriteLine();
        writer.WriteLine(layout.Faint($"Results version {StudyResult.ResultsVersion}"));
    }

    private static IReadOnlyList<string> Cells(CompareResult found, TextLayout layout)
    {
        var rows = found.Rows;
        TextColumn Of(string header, int priority, Func<ComparedRow, string> text) =>
            new(header, priority, [.. rows.Select(text)]);
        List<TextColumn> columns =
        [
            Of("", 0, row => row.Name) with
            {
                IsText = true,
            },
            Of("T(N)", 0, row => HumanTime.Of(row.Cell.Makespan?.Mean)),
            Of($"± {HumanShare.Of(found.Confidence)}", 4, row => HumanTime.Of(row.Cell.Makespan?.HalfWidth)),
            Of("p50", 7, row => HumanTime.Of(row.Cell.MakespanP50)),
            Of("p95", 5, row => HumanTime.Of(row.Cell.MakespanP95)),
            Of("floor T_inf", 6, row => HumanTime.Of(row.Cell.TInf)),
            Of("over floor", 2, row => HumanShare.Deviation(row.Cell.DeviationRemovable)),
            Of("lost node-h", 0, row => HumanCount.Of(row.LostNodeHours ?? double.NaN)),
            Of("most out", 1, row => HumanCount.Of((long)row.PeakUnavailableMost)),
        ];
        if (rows.Any(row => row.Cell.FailedNodesMean > 0))
        {
            columns.Add(Of("failed", 3, row => HumanCount.Of(row.Cell.FailedNodesMean)));
        }

        if (rows.Any(row => row.Cell.CompletedShare < 1))
        {
            columns.Add(Of("completed", 0, row => HumanShare.Of(row.Cell.CompletedShare)));
            columns.Add(Of("reached", 0, row => HumanCount.Of(row.Cell.ReachedNodesMean ?? double.NaN)));
        }

        if (rows.Any(row => row.Cell.DefectiveNodesMean is not null))
        {
            columns.Add(Of("bad", 0, row => HumanCount.Of(row.Cell.DefectiveNodesMean ?? double.NaN)));
            columns.Add(Of("bad p95", 2, row => HumanCount.Of(row.Cell.DefectiveNodesP95 ?? double.NaN)));
        }

        columns.Add(Of("best", 0, row => row.IsOnFront ? "yes" : ""));
        columns.Add(Of("runs", 8, row => HumanCount.Of((long)row.Cell.Replications)));
        return
        [
            .. TextTable.Lines(columns, layout),
            .. layout
                .Wrap(
                    "best: no other is better in T, lost node-hours or most out at once without being worse in another of these",
                    "",
                    ""
                )
                .Select(layout.Faint),
        ];
    }

    private static IReadOnlyList<string> Presets(CompareResult found, TextLayout layout) =>
        [
            .. found
                .Rows.Where(row => row.Contender.Preset?.Contains('(', StringComparison.Ordinal) ?? false)
                .SelectMany(row => layout.Wrap(row.Contender.Preset!, "", "  ")),
        ];

    private static IReadOnlyList<string> Pairs(CompareResult found, TextLayout layout)
    {
        var rows = found.Pairs.Chunk(Enum.GetValues<ComparedQuantity>().Length).ToList();
        return TextTable.Of(
            rows,
            layout,
            ("", 0, row => row[0].Name, true),
            ("T differs by", 0, row => Value(row[0], row[0].Paired?.Difference.Mean), false),
            ("interval", 2, row => Interval(row[0]), false),
            ("real", 0, row => Verdict(row[0]), false),
            ("node-h differ by", 0, row => Value(row[1], row[1].Paired?.Difference.Mean), false),
            ("interval ", 3, row => Interval(row[1]), false),
            ("real ", 0, row => Verdict(row[1]), false),
            ("pairs", 4, row => $"{row[0].Paired?.Difference.Count ?? 0}", false)
        );
    }

    private static string Value(ComparedPair pair, double? value) =>
        value switch
        {
            null => "-",
            { } seconds when pair.Quantity == ComparedQuantity.Makespan => HumanTime.Signed(seconds),
            > 0 and { } hours => "+" + HumanCount.Of(hours),
            { } hours => HumanCount.Of(hours),
        };

    private static string Interval(ComparedPair pair) =>
        pair.Paired?.Difference is { Lower: { } low, Upper: { } high }
            ? $"{Value(pair, low)} to {Value(pair, high)}"
            : "-";

    private static string Verdict(ComparedPair pair) =>
        pair.IsReal switch
        {
            true => "yes",
            false => "no",
            null => "-",
        };
}
