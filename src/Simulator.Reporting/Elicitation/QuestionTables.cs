using Simulator.Experiments.Elicitation.Asking;
using Simulator.Reporting.Fits;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Elicitation;

/// <summary>The empty questionnaire: what is asked, and empty columns for the answers.</summary>
public static class QuestionTables
{
    private static readonly string[] Empty =
    [
        "expert",
        "p10",
        "p50",
        "p90",
        "min",
        "mode",
        "max",
        "confidence",
        "source",
    ];

    /// <summary><c>questionnaire.csv</c>: one row a question.</summary>
    /// <param name="questions">The questions.</param>
    public static Table Of(IReadOnlyList<Question> questions) =>
        Table.From<Question>(
            "questionnaire",
            [
                new("question", question => Field.Of(question.Path)),
                new("asks", question => Field.Of(question.Asks)),
                new("unit", question => Field.Of(question.Unit)),
                new("current", question => Field.Of(Rounded.Of(question.Current))),
                .. Empty.Select(name => new Column<Question>(name, _ => default)),
            ],
            questions
        );
}
