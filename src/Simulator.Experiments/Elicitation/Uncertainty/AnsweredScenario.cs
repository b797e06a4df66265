using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>
/// Puts numbers in place of those that experts were asked about. A time of the same law that nobody answered keeps its ratio
/// to the first that was: an answer about the median moves the law, not its shape.
/// </summary>
internal sealed class AnsweredScenario
{
    private readonly Scenario _scenario;
    private readonly IReadOnlyList<PooledQuestion> _pooled;
    private readonly List<(Question Follower, int Leader)> _followers = [];

    /// <summary>Finds what follows what.</summary>
    public AnsweredScenario(
        Scenario scenario,
        IReadOnlyList<Question> questions,
        IReadOnlyList<PooledQuestion> pooled
    )
    {
        (_scenario, _pooled) = (scenario, pooled);
        var answered = pooled.Select(own => own.Question.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var question in questions.Where(open => open is { IsTime: true, Law: not null }))
        {
            var leader = pooled
                .Select((own, place) => (own.Question, Place: place))
                .Where(own => own.Question.Law == question.Law && own.Question is { IsTime: true, Current: > 0 })
                .Select(own => own.Place)
                .DefaultIfEmpty(-1)
                .First();
            if (leader >= 0 && !answered.Contains(question.Path))
            {
                _followers.Add((question, leader));
            }
        }
    }

    /// <summary>Key paths and texts for some numbers.</summary>
    /// <param name="numbers">One for each pooled question, in its unit.</param>
    public (string Path, string Value)[] Changes(double[] numbers) =>
        [
            .. _pooled.Select((own, place) => (own.Question.Path, own.Question.Text(numbers[place]))),
            .. _followers.Select(pair =>
            {
                var ratio = numbers[pair.Leader] / _pooled[pair.Leader].Question.Current;
                return (pair.Follower.Path, pair.Follower.Text(pair.Follower.Current * ratio));
            }),
        ];

    /// <summary>The scenario with some numbers; null where they contradict each other, such as a median above P90.</summary>
    /// <param name="numbers">One for each pooled question, in its unit.</param>
    /// <param name="reason">Why not.</param>
    public Scenario? With(double[] numbers, out string reason)
    {
        reason = "";
        try
        {
            var changed = _scenario.With(Changes(numbers));
            var issues = DesignLint.Find(changed);
            reason = issues.Count > 0 ? $"{issues[0].Path}: {issues[0].Found}" : "";
            return issues.Count > 0 ? null : changed;
        }
        catch (ScenarioException refused)
        {
            var issue = refused.Issues[0];
            reason = $"{issue.Path}: {issue.Found}";
            return null;
        }
    }

    /// <summary>Numbers with one of them moved; where the others of its law forbid it, these move in proportion.</summary>
    /// <returns>The scenario; null where even that is refused.</returns>
    public Scenario? WithOneMoved(double[] numbers, int place, double number)
    {
        var moved = (double[])numbers.Clone();
        moved[place] = number;
        if (With(moved, out _) is { } alone)
        {
            return alone;
        }

        for (var other = 0; other < moved.Length; other++)
        {
            if (
                other != place
                && _pooled[place].Question is { IsTime: true, Law: { } law }
                && _pooled[other].Question is { IsTime: true } sibling
                && sibling.Law == law
            )
            {
                moved[other] = numbers[other] * number / numbers[place];
            }
        }

        return With(moved, out _);
    }
}
