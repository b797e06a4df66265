using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>All answers to the questions of a scenario.</summary>
/// <param name="Questions">The questions, in the order of the scenario.</param>
/// <param name="Answers">The answers, in the order of files and rows.</param>
/// <param name="Problems">Rows that were left out.</param>
public sealed record AnswerSet(
    IReadOnlyList<Question> Questions,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<AnswerProblem> Problems
)
{
    /// <summary>SHA-256 of what the answers say, 64 small hexadecimal digits; not of file names, sources or row order in files.</summary>
    public string Hash
    {
        get
        {
            var lines = Answers
                .Select(answer =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{answer.Question.Path}|{answer.Expert}|{answer.IsTriple}|{answer.Given.First:R}|{answer.Given.Second:R}|{answer.Given.Third:R}|{answer.Question.Unit}|{answer.Confidence:R}"
                    )
                )
                .Order(StringComparer.Ordinal);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        }
    }

    /// <summary>Reads the files of several experts.</summary>
    /// <param name="scenario">What they were asked about.</param>
    /// <param name="files">CSV files, at least one; a file may hold one expert or many.</param>
    /// <param name="usesRest">Whether the other rows are used where some have problems.</param>
    /// <exception cref="ElicitException">A file cannot be read, or nothing was answered.</exception>
    /// <exception cref="AnswerProblemsException">Rows cannot be used and <paramref name="usesRest"/> is false.</exception>
    public static AnswerSet Read(Scenario scenario, IReadOnlyList<string> files, bool usesRest)
    {
        ArgumentNullException.ThrowIfNull(files);
        var questions = QuestionSet.Of(scenario);
        var checks = new AnswerChecks(questions);
        var answers = files.SelectMany(AnswerFile.Read).Select(checks.Of).OfType<Answer>().ToList();
        if (checks.Problems.Count > 0 && !usesRest)
        {
            throw new AnswerProblemsException(checks.Problems);
        }

        return answers.Count > 0
            ? new AnswerSet(questions, answers, checks.Problems)
            : throw new ElicitException($"{string.Join(", ", files)}: no question was answered");
    }
}
