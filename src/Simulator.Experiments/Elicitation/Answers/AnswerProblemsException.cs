using System.Text;

namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>Answers with rows that cannot be used, while the rest was not asked for.</summary>
public sealed class AnswerProblemsException(IReadOnlyList<AnswerProblem> problems) : Exception(Format(problems))
{
    private const int Shown = 50;

    /// <summary>The first fifty rows, one a line, and how many there are.</summary>
    /// <param name="problems">The rows.</param>
    public static string Format(IReadOnlyList<AnswerProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var text = new StringBuilder();
        foreach (var problem in problems.Take(Shown))
        {
            text.Append($"{problem.File}:{problem.Row}: {problem.Detail}{(problem.Detail.EndsWith('?') ? "" : ".")}\n");
        }

        if (problems.Count > Shown)
        {
            text.Append($"... and {problems.Count - Shown} more.\n");
        }

        return text.Append(problems.Count == 1 ? "1 row" : $"{problems.Count} rows")
            .Append(" cannot be used.\n")
            .ToString();
    }
}
