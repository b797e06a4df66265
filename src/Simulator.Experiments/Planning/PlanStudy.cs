using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Levers;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Planning;

/// <summary>A <c>plan</c> from scenario to changes: which numbers to raise, to what, in which order.</summary>
public sealed class PlanStudy
{
    private const int NodeRuns = 600_000;
    private const int Fewest = 10;
    private const int Most = 30;
    private const double Slack = 1.02;

    private readonly Scenario _scenario;
    private readonly PlanGoal _goal;
    private readonly StudyOptions _options;
    private readonly IStudyObserver _observer;
    private readonly CancellationToken _cancellation;
    private readonly IReadOnlyList<Lever> _all;
    private readonly IReadOnlyList<Lever> _levers;
    private readonly PlanTerms _terms;
    private readonly Replications _runs;
    private readonly Trials _trials;

    private PlanStudy(
        Scenario scenario,
        (PlanGoal Goal, PlanTerms Terms) task,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        (_scenario, _options, _observer, _cancellation) = (scenario, options, observer, cancellation);
        (_goal, _terms) = task;
        _all = LeverSet.Of(scenario);
        RequireKnown(_terms.Only.Concat(_terms.Prices.Keys));
        _levers =
        [
            .. _all.Where(lever => lever.Most > lever.Number)
                .Where(lever => _terms.Only.Count == 0 || _terms.Only.Contains(lever.Path, StringComparer.Ordinal)),
        ];
        _runs = Replications.First(scenario.Seed, CountFor(scenario, _goal, options), options.Threads, cancellation);
        _trials = new Trials(scenario, _goal, _runs);
    }

    /// <summary>Plans at the scenario's own N.</summary>
    /// <param name="scenario">The scenario, overrides applied.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="terms">What may be raised, and what it costs.</param>
    /// <param name="options">Threads, and replications where they are fixed. A folder is not used.</param>
    /// <param name="observer">Who follows it.</param>
    /// <param name="cancellation">Stops between events.</param>
    /// <exception cref="PlanException">The terms name something that is no lever of the scenario.</exception>
    public static PlanResult Run(
        Scenario scenario,
        PlanGoal goal,
        PlanTerms terms,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(options);
        var alone = options with { Folder = null };
        return new PlanStudy(scenario, (goal, terms), alone, observer, cancellation).Plan();
    }

    private PlanResult Plan()
    {
        var before = StudyOf(_scenario);
        NoneCompletedException.ThrowIfSo(before);
        var best = _trials.Of(Setting.AsItIs.Lifting(_levers));
        var isReachable = PlanGoal.IsReached(best.Miss);
        // what cannot be reached is approached to 2 %, with no more than that takes
        var target = isReachable ? 1 : best.Miss * Slack;
        var chosen = new GreedyPath(_trials, _levers).To(target);
        var setting =
            _trials.Of(Setting.AsItIs.Lifting(chosen)).Miss <= target
                ? new LeastValues(_trials, target).Of(chosen, _terms.Prices)
                : Setting.AsItIs.Lifting(chosen);
        var after = setting.Texts().Count == 0 ? before : StudyOf(setting.ApplyTo(_scenario));
        return new PlanResult
        {
            Goal = _goal,
            Before = before,
            After = after,
            Steps = Steps(setting),
            Untouched = Left(setting),
            IsReached = PlanGoal.IsReached(MissOf(after)),
            BestSeconds = best.Seconds,
            BestFloor = best.Floor,
            IsReachable = isReachable,
            FailuresSeconds = Failures(),
            Price = _terms.Prices.Count == 0 ? null : _levers.Sum(own => LeastValues.Cost(own, setting, _terms.Prices)),
            Unpriced = [.. setting.Texts().Select(text => text.Path).Where(path => !_terms.Prices.ContainsKey(path))],
            Fixed =
            [
                .. new FactorSet(_scenario.Model)
                    .Factors.Where(factor => factor.Kind is "limit" or "cap")
                    .Select(factor => factor.Name)
                    .Where(name => _all.All(lever => lever.Factor != name)),
            ],
            Unused = LeverSet.Unused(_scenario.Model),
            Changes = setting.Texts(),
            Trials = _trials.Count,
            Replications = _runs.Numbers.Count,
        };
    }

    private StudyResult StudyOf(Scenario scenario) =>
        Study.Run("plan", scenario, _options with { Replications = _runs.Numbers.Count }, _observer, _cancellation);

    private double MissOf(StudyResult study) =>
        _goal.Miss([.. study.Focus.Runs.Select(run => TimeOf(run.Run))], study.Focus.TInf);

    private static double TimeOf(RunSummary run) => run.Halt == HaltCause.None ? run.Makespan : double.PositiveInfinity;

    /// <summary>The changes at their final values, always the one next that gains most.</summary>
    private List<PlanStep> Steps(Setting final)
    {
        var rest = _levers.Where(lever => final[lever] != lever.Number).ToList();
        var steps = new List<PlanStep>();
        var done = Setting.AsItIs;
        while (rest.Count > 0)
        {
            _trials.Run(rest.Select(lever => done.With(lever, final[lever])).Append(done));
            var next = rest.MinBy(lever => _trials.Of(done.With(lever, final[lever])).Seconds)!;
            var before = _trials.Of(done);
            done = done.With(next, final[next]);
            var after = _trials.Of(done);
            steps.Add(
                new PlanStep(
                    next.Path,
                    next.Text(next.Number),
                    next.Text(final[next]),
                    before.Seconds - after.Seconds,
                    after.Seconds,
                    after.Floor
                )
            );
            rest.Remove(next);
        }

        return steps;
    }

    private List<Untouched> Left(Setting final)
    {
        var left = _all.Where(lever => final[lever] == lever.Number).ToList();
        _trials.Run(left.Select(lever => final.With(lever, lever.Most)).Append(final));
        return
        [
            .. left.Select(lever => new Untouched(
                lever.Path,
                lever.Text(lever.Number),
                _trials.Of(final).Seconds - _trials.Of(final.With(lever, lever.Most)).Seconds
            )),
        ];
    }

    private double Failures()
    {
        var factors = new FactorSet(_scenario.Model);
        var index = factors.Factors.Index().Where(part => part.Item.Name == Factor.Failures).Select(part => part.Index);
        var own = index.Aggregate(0UL, (set, bit) => set | 1UL << bit);
        var times = _runs.Makespans([.. ((ulong[])[own, 0]).Select(factors.Plan)]);
        return times[0].Average() - times[1].Average();
    }

    /// <summary>Enough for a deadline's quantile to have an interval: three expected failures.</summary>
    internal static int CountFor(Scenario scenario, PlanGoal goal, StudyOptions options)
    {
        var usual = Math.Clamp(NodeRuns / scenario.Model.Cluster.Nodes, Fewest, Most);
        var needed = goal.DeadlineSeconds is null ? 0 : (int)Math.Ceiling((3 / (1 - goal.Probability)) - 1e-9);
        return options.Replications ?? Math.Max(usual, needed);
    }

    private void RequireKnown(IEnumerable<string> paths)
    {
        var known = _all.Select(lever => lever.Path).ToList();
        if (paths.FirstOrDefault(path => !known.Contains(path, StringComparer.Ordinal)) is { } unknown)
        {
            throw new PlanException(
                known.Count == 0
                    ? $"'{unknown}' cannot be raised: this scenario has no limit that a step uses."
                    : $"'{unknown}' is nothing that a plan can raise here. There are: {string.Join(", ", known)}."
            );
        }
    }
}
