using Simulator.Analysis.Sensitivity;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Elicitation.Pooling;
using Simulator.Experiments.Elicitation.Uncertainty;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Elicitation;

/// <summary>
/// From the answers of experts to T_inf(N) and T(N) with what is not known and what is chance held apart: an outer loop draws the
/// unknown numbers, an inner one runs the same replications for each draw.
/// </summary>
/// <remarks>
/// Source: the two loops are second-order Monte Carlo, D. E. Burmaster and A. M. Wilson, <i>Human and Ecological Risk
/// Assessment</i> 2, 1996; C. Frey and D. Rhodes, same journal and year.
/// </remarks>
public static class ElicitStudy
{
    /// <summary>Answers a scenario.</summary>
    /// <param name="scenario">The scenario, overrides applied; its own N is the one told of.</param>
    /// <param name="answers">What the experts said.</param>
    /// <param name="terms">How they are pooled and drawn.</param>
    /// <param name="options">Threads; replications of each draw, at least 2.</param>
    /// <param name="observer">Who follows it.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <exception cref="ElicitException">The answers make no scenario together.</exception>
    public static ElicitResult Run(
        Scenario scenario,
        AnswerSet answers,
        ElicitTerms terms,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(options);
        var pooled = Pool(answers, terms.IsWeighted);
        var answered = new AnsweredScenario(scenario, answers.Questions, pooled);
        var unknowns = Unknown.Of(pooled);
        var middles = pooled.Select(own => own.Middle).ToArray();
        var middle =
            answered.With(middles, out var reason)
            ?? throw new ElicitException($"the middles of all answers make no scenario together: {reason}");
        var draws = OuterDraws.Make(scenario.Seed, terms.Draws, unknowns, answered);
        var count = options.Replications ?? ElicitTerms.DefaultReplications;
        var numbers = Enumerable.Range(0, count).Select(number => (ulong)number).ToList();
        var replications = new Replications(scenario.Seed, numbers, options.Threads, cancellation);
        var runs = new UncertainRuns(replications, observer, terms.Draws + (2 * unknowns.Count) + 1);
        var valuation = new Valuation(unknowns, pooled, answered, runs);
        var (floors, times) = runs.Of(draws.Scenarios);
        var completed = Enumerable.Range(0, terms.Draws).Where(draw => !times[draw].Any(double.IsNaN)).ToList();
        var floor = UncertainTime.Of(floors);
        var time =
            completed.Count < FirstOrderShare.FewestPairs
                ? null
                : UncertainTime.Of([.. completed.Select(draw => times[draw])]);

        return new ElicitResult
        {
            Scenario = scenario,
            Answers = answers,
            Terms = terms,
            Replications = count,
            Floor = floor,
            Time = time,
            Completed = completed,
            Values = valuation.Of(draws, floor, time, completed),
            Experts = ExpertRecord.Of(pooled),
            AtMiddle = valuation.End(middle),
            Draws = draws.Numbers,
            Pooled = pooled,
            Redrawn = draws.Redrawn,
            RedrawnBecause = draws.Reason,
            Changes = answered.Changes(middles),
        };
    }

    private static List<PooledQuestion> Pool(AnswerSet answers, bool isWeighted) =>
        [
            .. answers
                .Questions.Select(question =>
                    (question, Own: answers.Answers.Where(own => own.Question == question).ToList())
                )
                .Where(pair => pair.Own.Count > 0)
                .Select(pair => new PooledQuestion(pair.question, pair.Own, isWeighted)),
        ];
}
