using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Elicitation;

/// <summary>The questions for people at a terminal.</summary>
public static class QuestionText
{
    /// <summary>Writes the questions.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="questions">Its questions.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void Write(Scenario scenario, IReadOnlyList<Question> questions, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        writer.WriteLine(layout.Faint(TextLayout.Clean($"{scenario.Name} · elicit · {questions.Count} questions")));
        TerminalSummary.WriteSection(
            writer,
            layout,
            "Questions",
            TextTable.Of(
                questions,
                layout,
                ("asks", 0, question => question.Asks, true),
                ("now", 0, question => question.Text(question.Current), false),
                ("question", 1, question => question.Path, true)
            )
        );
        writer.WriteLine();
        const string next =
            "Write the questionnaire with --questionnaire FILE.csv, send it to the experts, and read it back with --answers FILE.csv.";
        foreach (var line in layout.Wrap(next, string.Empty, string.Empty))
        {
            writer.WriteLine(line);
        }
    }
}
