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
    private readonly IReadOnlyList<Lever> _levers;
    private readonly IReadOnlyDictionary<string, double> _prices = new Dictionary<string, double>(
        StringComparer.Ordinal
    );
    private readonly PairedRuns _runs;
    private readonly Trials _trials;

    private PlanStudy(
        Scenario scenario,
        PlanGoal goal,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        (_scenario, _goal, _options, _observer, _cancellation) = (scenario, goal, options, observer, cancellation);
        _levers = [.. LeverSet.Of(scenario).Where(lever => lever.Most > lever.Number)];
        _runs = new PairedRuns(scenario.Seed, Replications(scenario, goal, options), options.Threads, cancellation);
        _trials = new Trials(scenario, goal, _runs);
    }

    /// <summary>Plans at the scenario's own N.</summary>
    /// <param name="scenario">The scenario, overrides applied.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="options">Threads, and replications where they are fixed. A folder is not used.</param>
    /// <param name="observer">Who follows it.</param>
    /// <param name="cancellation">Stops between events.</param>
    public static PlanResult Run(
        Scenario scenario,
        PlanGoal goal,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(options);
        var planner = new PlanStudy(scenario, goal, options with { Folder = null }, observer, cancellation);
        return planner.Plan();
    }

    private PlanResult Plan()
    {
        var before = StudyOf(_scenario);
        var best = _trials.Of(Setting.AsItIs.Lifting(_levers));
        var isReachable = PlanGoal.IsReached(best.Miss);
        // what cannot be reached is approached to 2 %, with no more than that takes
        var target = isReachable ? 1 : best.Miss * Slack;
        var chosen = new GreedyPath(_trials, _levers).To(target);
        var setting =
            _trials.Of(Setting.AsItIs.Lifting(chosen)).Miss <= target
                ? new LeastValues(_trials, target).Of(chosen, _prices)
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
            Unused = LeverSet.Unused(_scenario.Model),
            Changes = setting.Texts(),
            Trials = _trials.Count,
            Replications = _runs.Replications,
        };
    }

    private StudyResult StudyOf(Scenario scenario) =>
        Study.Run("plan", scenario, _options with { Replications = _runs.Replications }, _observer, _cancellation);

    private double MissOf(StudyResult study) =>
        _goal.Miss([.. study.Focus.Runs.Select(run => run.Run.Makespan)], study.Focus.TInf);

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
        var left = LeverSet.Of(_scenario).Where(lever => final[lever] == lever.Number).ToList();
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
    private static int Replications(Scenario scenario, PlanGoal goal, StudyOptions options)
    {
        var usual = Math.Clamp(NodeRuns / scenario.Model.Cluster.Nodes, Fewest, Most);
        var needed = goal.DeadlineSeconds is null ? 0 : (int)Math.Ceiling((3 / (1 - goal.Probability)) - 1e-9);
        return options.Replications ?? Math.Max(usual, needed);
    }
}
