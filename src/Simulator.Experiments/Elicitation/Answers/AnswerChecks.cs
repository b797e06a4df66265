using System.Globalization;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Elicitation.Laws;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>Turns rows into answers, or into what is wrong with them.</summary>
/// <param name="questions">The questions of the scenario.</param>
internal sealed class AnswerChecks(IReadOnlyList<Question> questions)
{
    private static readonly string[] Quantiles = ["p10", "p50", "p90"];
    private static readonly string[] Triple = ["min", "mode", "max"];

    private readonly Dictionary<string, Question> _questions = questions.ToDictionary(
        question => question.Path,
        StringComparer.Ordinal
    );
    private readonly Dictionary<(string, string), Answer> _seen = [];
    private readonly List<AnswerProblem> _problems = [];

    /// <summary>What is wrong, in the order of files and rows.</summary>
    public IReadOnlyList<AnswerProblem> Problems => _problems;

    /// <summary>The answer of a row; null where it has problems, or where nothing was answered.</summary>
    public Answer? Of(AnswerRow row)
    {
        var isByQuantiles = Quantiles.Any(column => row[column].Length > 0);
        var isByTriple = Triple.Any(column => row[column].Length > 0);
        if (!isByQuantiles && !isByTriple)
        {
            return null; // a question that was left open
        }

        var before = _problems.Count;
        var question = QuestionOf(row);
        if (row["expert"].Length == 0)
        {
            Add(row, "expert", "the expert is missing: who answered?");
        }

        var confidence = ConfidenceOf(row);
        if (isByQuantiles && isByTriple)
        {
            Add(row, "both", "p10, p50, p90 and min, mode, max are both filled in: leave one of the two empty");
        }

        if (question is null || (isByQuantiles && isByTriple))
        {
            return null;
        }

        var numbers = NumbersOf(row, question, isByTriple ? Triple : Quantiles);
        if (numbers is null || !IsFit(row, question, numbers, isByTriple) || _problems.Count > before)
        {
            return null;
        }

        return Once(
            new Answer
            {
                At = (row.File, row.Line),
                Question = question,
                Expert = row["expert"],
                Given = (numbers[0], numbers[1], numbers[2]),
                IsTriple = isByTriple,
                Law = isByTriple
                    ? new TriangleLaw(numbers[0], numbers[1], numbers[2])
                    : new SplitNormalLaw(numbers[0], numbers[1], numbers[2], question.Ceiling),
                Confidence = confidence,
                Source = row["source"],
            }
        );
    }

    private Question? QuestionOf(AnswerRow row)
    {
        if (_questions.TryGetValue(row["question"], out var question))
        {
            return question;
        }

        var cure = Suggestion.Nearest(row["question"], _questions.Keys) is { } nearest
            ? $"did you mean '{nearest}'?"
            : "the questionnaire lists what is asked";
        Add(row, "question", $"'{Shown(row["question"])}' is no question of this scenario; {cure}");
        return null;
    }

    /// <summary>Per cent, with or without its sign; 1 where nothing stands there.</summary>
    private double ConfidenceOf(AnswerRow row)
    {
        var text = row["confidence"].TrimEnd('%').TrimEnd();
        if (text.Length == 0)
        {
            return 1;
        }

        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 1 and <= 100
        )
        {
            return percent / 100;
        }

        Add(
            row,
            "confidence",
            $"confidence is '{Shown(row["confidence"])}': a number from 1 to 100 (per cent) is needed"
        );
        return 1;
    }

    private double[]? NumbersOf(AnswerRow row, Question question, string[] columns)
    {
        var missing = columns.Where(column => row[column].Length == 0).ToList();
        if (missing.Count > 0)
        {
            Add(row, "incomplete", $"{string.Join(" and ", missing)} of {question.Path} is missing");
            return null;
        }

        var before = _problems.Count;
        var numbers = columns.Select(column => NumberOf(row, question, column)).ToArray();
        return _problems.Count > before ? null : numbers;
    }

    /// <summary>A cell may hold its own unit, <c>90 s</c>; else that of the row counts, else that of the question.</summary>
    private double NumberOf(AnswerRow row, Question question, string column)
    {
        var text = row[column];
        var subject = $"{column} of {question.Path} is '{Shown(text)}'";
        if (text[0] is '-' or '\u2212')
        {
            Add(row, "negative", $"{subject}, and no quantity here is negative");
            return 0;
        }

        var unit = row["unit"].Length > 0 ? row["unit"] : question.Unit;
        var isBare = text.All(sign => char.IsAsciiDigit(sign) || sign is '.' or ',');
        var whole =
            !isBare ? text
            : unit.StartsWith('/') ? text + unit
            : $"{text} {unit}".TrimEnd();
        if (question.Read(whole, out var number) is not { } cure)
        {
            return number;
        }

        var isUnit = question.Read(question.Text(question.Current), out _) is null && isBare && unit != question.Unit;
        Add(
            row,
            isUnit ? "unit" : "unreadable",
            isUnit ? $"{subject} in '{Shown(unit)}': {cure}" : $"{subject}: {cure}"
        );
        return 0;
    }

    private bool IsFit(AnswerRow row, Question question, double[] numbers, bool isTriple)
    {
        var names = isTriple ? Triple : Quantiles;
        for (var place = 1; place < numbers.Length; place++)
        {
            if (numbers[place - 1] > numbers[place])
            {
                var (left, right) = (names[place - 1], names[place]);
                Add(
                    row,
                    "order",
                    $"{left} of {question.Path} is {row[left]} and exceeds {right}, which is {row[right]}: {names[0]} <= {names[1]} <= {names[2]} is needed"
                );
                return false;
            }
        }

        if (!isTriple && (numbers[0] <= 0 || numbers[2] >= question.Ceiling))
        {
            var end =
                numbers[0] <= 0 ? "p10 of 0: something is always above it" : "p90 of 100 %: nothing is that certain";
            Add(row, "range", $"{question.Path} has a {end}. Write the value that is meant, or min, mode and max");
            return false;
        }

        return true;
    }

    private Answer? Once(Answer answer)
    {
        if (_seen.TryAdd((answer.Question.Path, answer.Expert), answer))
        {
            return answer;
        }

        var (file, row) = _seen[(answer.Question.Path, answer.Expert)].At;
        var detail = $"{answer.Expert} answered {answer.Question.Path} in {file}:{row} already";
        _problems.Add(new AnswerProblem(answer.At.File, answer.At.Row, "duplicate", detail));
        return null;
    }

    private void Add(AnswerRow row, string kind, string detail) =>
        _problems.Add(new AnswerProblem(row.File, row.Line, kind, detail));

    private static string Shown(string text) =>
        new([.. text.Take(60).Select(character => char.IsControl(character) ? ' ' : character)]);
}
