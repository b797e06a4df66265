using System.Text;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Elicitation;

/// <summary>The empty questionnaire as a file: CSV for spreadsheets, YAML for editors and reviews.</summary>
public static class Questionnaire
{
    /// <summary>Writes the questions in the form that the name of the file asks for.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="file">Its name; .yaml and .yml give YAML, all others CSV.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    public static void Write(IReadOnlyList<Question> questions, string file, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(stream);
        if (Path.GetExtension(file) is ".yaml" or ".yml")
        {
            stream.Write(Encoding.UTF8.GetBytes(Yaml(questions)));
            return;
        }

        CsvTables.Write(QuestionTables.Of(questions), stream);
    }

    /// <summary>A list of maps with the columns of the table; open answers are comments, so that what is left out is not there.</summary>
    private static string Yaml(IReadOnlyList<Question> questions)
    {
        var text = new StringBuilder();
        text.Append(
            "# Fill in p10, p50 and p90 (or min, mode and max) where you know something; delete what you do not.\n"
        );
        text.Append("answers:\n");
        foreach (var question in questions)
        {
            text.Append($"  # {question.Asks} The scenario says {question.Text(question.Current)}.\n");
            text.Append($"  - question: {question.Path}\n");
            text.Append(question.Unit.Length > 0 ? $"    unit: \"{question.Unit}\"\n" : "");
            text.Append("    # expert:\n    # p10:\n    # p50:\n    # p90:\n    # confidence:\n    # source:\n");
        }

        return text.ToString();
    }
}
