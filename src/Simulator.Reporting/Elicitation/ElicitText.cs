using Simulator.Analysis.Sensitivity;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Elicitation.Uncertainty;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Elicitation;

/// <summary>What the answers of experts amount to, for people at a terminal.</summary>
public static class ElicitText
{
    /// <summary>Writes the findings.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(ElicitResult found, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        foreach (var line in layout.Wrap(found.Scenario.Question ?? found.Scenario.Name, "", ""))
        {
            writer.WriteLine(layout.Strong(line));
        }

        var head =
            $"{found.Scenario.Name} · elicit · {Count(found.Experts.Count, "expert")} · {Count(found.Answers.Answers.Count, "answer")} · {Count(found.Terms.Draws, "draw")} of {Count(found.Replications, "replication")} · weights {(found.Terms.IsWeighted ? "by confidence" : "equal")} · seed {found.Scenario.Seed}";
        foreach (var line in layout.Wrap(head, "", ""))
        {
            writer.WriteLine(layout.Faint(line));
        }

        writer.WriteLine();
        foreach (var line in ElicitWords.Answer(found).SelectMany(sentence => layout.Wrap(sentence, "- ", "  ")))
        {
            writer.WriteLine(line);
        }

        TerminalSummary.WriteSection(
            writer,
            layout,
            "What to ask next: share of the variance that is not knowing",
            Values(found, layout)
        );
        TerminalSummary.WriteSection(
            writer,
            layout,
            "Tornado: one answer at its P10 and P90, all others in the middle",
            Tornado(found, layout)
        );
        TerminalSummary.WriteSection(writer, layout, "Times, held apart", Times(found, layout));
        TerminalSummary.WriteSection(writer, layout, "Where experts exclude each other", Contradictions(found, layout));
        TerminalSummary.WriteSection(writer, layout, "Experts", Experts(found, layout));
        var warnings = ElicitWords.Warnings(found).SelectMany(warning => layout.Wrap(warning, "! ", "  "));
        TerminalSummary.WriteSection(writer, layout, "Before you believe it", [.. warnings.Select(layout.Alarm)]);
    }

    private static IReadOnlyList<string> Values(ElicitResult found, TextLayout layout) =>
        TextTable.Of(
            found.Values,
            layout,
            ("question", 0, own => ElicitWords.Short(own), true),
            ("of T_inf", 0, own => Share(own.OfFloor), false),
            ("of T(N)", 0, own => Share(own.OfTime), false),
            ("P10", 1, own => ElicitWords.Numbers(own, asked => asked.Low), false),
            ("P50", 1, own => ElicitWords.Numbers(own, asked => asked.Middle), false),
            ("P90", 1, own => ElicitWords.Numbers(own, asked => asked.High), false),
            ("now", 2, own => ElicitWords.Numbers(own, asked => asked.Question.Current), false),
            ("experts", 3, own => $"{own.Questions.Max(asked => asked.Answers.Count)}", false)
        );

    private static IReadOnlyList<string> Tornado(ElicitResult found, TextLayout layout) =>
        TextTable.Of(
            [.. found.Values.OrderByDescending(Swing)],
            layout,
            ("question", 0, own => ElicitWords.Short(own), true),
            ("T_inf at P10", 0, own => HumanTime.Of(own.AtLow?.Floor), false),
            ("at P90", 0, own => HumanTime.Of(own.AtHigh?.Floor), false),
            ("T(N) at P10", 1, own => HumanTime.Of(own.AtLow?.Time), false),
            ("at P90 ", 1, own => HumanTime.Of(own.AtHigh?.Time), false)
        );

    private static IReadOnlyList<string> Times(ElicitResult found, TextLayout layout) =>
        TextTable.Of<(string Name, TimeBand Band, double? Share)>(
            [
                .. ElicitTables
                    .TimesOf(found)
                    .SelectMany(row =>
                        new[]
                        {
                            (Label(row.Name) + ", its mean", row.Time.OfMean, row.Time.Variance.UnknownShare),
                            (Label(row.Name) + ", a rollout", row.Time.OfRollout, null),
                        }
                    ),
            ],
            layout,
            ("", 0, row => row.Name, true),
            ("P2.5", 1, row => HumanTime.Of(row.Band.P2), false),
            ("P10", 0, row => HumanTime.Of(row.Band.P10), false),
            ("P50", 0, row => HumanTime.Of(row.Band.P50), false),
            ("P90", 0, row => HumanTime.Of(row.Band.P90), false),
            ("P97.5", 1, row => HumanTime.Of(row.Band.P97), false),
            ("not known", 2, row => row.Share is { } share ? HumanShare.Of(share) : "", false)
        );

    private static IReadOnlyList<string> Contradictions(ElicitResult found, TextLayout layout) =>
        [
            .. found
                .Pooled.SelectMany(own => own.Contradictions.Select(pair => Words(own, pair.Below, pair.Above)))
                .SelectMany(sentence => layout.Wrap(sentence, "- ", "  ")),
        ];

    private static string Words(PooledQuestion own, Answer below, Answer above) =>
        $"{ElicitWords.Short(own.Question)}: {below.Expert} says {Range(own, below)}, {above.Expert} says {Range(own, above)}.";

    private static string Range(PooledQuestion own, Answer answer) =>
        $"{ElicitWords.Number(own.Question, answer.Low)} to {ElicitWords.Number(own.Question, answer.High)}";

    private static IReadOnlyList<string> Experts(ElicitResult found, TextLayout layout) =>
        TextTable.Of(
            found.Experts,
            layout,
            ("expert", 0, expert => expert.Expert, true),
            ("answers", 0, expert => $"{expert.Answers}", false),
            ("narrower than experts are apart", 1, expert => $"{expert.Narrow}", false),
            ("others' middles inside", 0, expert => $"{expert.Held} of {expert.Others}", false)
        );

    private static double Swing(QuestionValue own) =>
        Math.Abs((own.AtHigh?.Floor ?? 0) - (own.AtLow?.Floor ?? own.AtHigh?.Floor ?? 0));

    private static string Label(string name) => name == "t_inf" ? "T_inf" : "T(N)";

    private static string Share(FirstOrderShare? share) => share is { } known ? ElicitWords.Limits(known) : "-";

    private static string Count(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
}
