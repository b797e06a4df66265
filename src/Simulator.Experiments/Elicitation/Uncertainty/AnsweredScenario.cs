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
    public AnsweredScenario(Scenario scenario, IReadOnlyList<Question> questions, IReadOnlyList<PooledQuestion> pooled)
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

    /// <summary>The numbers at some ranks of the unknowns: F⁻¹ of each pool.</summary>
    /// <param name="unknowns">The unknowns.</param>
    /// <param name="ranks">One rank in (0, 1) for each.</param>
    /// <returns>One number for each pooled question, in its unit.</returns>
    public double[] Numbers(IReadOnlyList<Unknown> unknowns, double[] ranks)
    {
        var numbers = new double[_pooled.Count];
        for (var place = 0; place < ranks.Length; place++)
        {
            foreach (var question in unknowns[place].Places)
            {
                numbers[question] = _pooled[question].Pool.Quantile(ranks[place]);
            }
        }

        return numbers;
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
            reason = issues.Count > 0 ? Words(issues[0]) : "";
            return issues.Count > 0 ? null : changed;
        }
        catch (ScenarioException refused)
        {
            reason = Words(refused.Issues[0]);
            return null;
        }
    }

    private static string Words(Issue issue) =>
        issue.Expected.Length > 0 ? $"{issue.Found}, and {issue.Expected}" : issue.Found;
}
