using Simulator.Analysis.MeanField;
using Simulator.Analysis.OrderStatistics;
using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Analytic;

/// <summary>
/// E[T] of a rollout without a run: its sections one after the other, those of batches as often as there are batches.
/// </summary>
/// <remarks>
/// A step per cluster ends a section. Before the last of them all steps are free of places; from the first step that takes a
/// node out of service on, units wait for a place. A barrier makes a section of each batch; ticks add the time for which a
/// place lies idle.
/// </remarks>
internal sealed class RolloutSolver
{
    private readonly Model _model;
    private readonly Levels _levels;
    private readonly SectionSolver _solver;
    private readonly UpdateParts _parts;
    private readonly int _unit;

    private RolloutSolver(Model model)
    {
        Refusals.Check(model);
        (_model, _levels) = (model, new Levels(model.Cluster));
        _unit = _levels.IndexOf(model.Rollout.Unit);
        _solver = new SectionSolver(model, _levels, MeanTimes.Of(model));
        _parts = new UpdateParts(model, _levels);
    }

    /// <summary>Solves a model of any size up to 10⁹ nodes, in a time that does not grow with it.</summary>
    /// <exception cref="AnalyticException">A key has no mean-value form.</exception>
    public static MeanTime Solve(Model model) => new RolloutSolver(model).Solve();

    /// <summary>T_1 with failures as they are, in seconds.</summary>
    public static double Single(Model model)
    {
        var times = MeanTimes.Of(model);
        return model.Update.Steps.Sum(step => times.Of(step.Name));
    }

    private RolloutSpec Rollout => _model.Rollout;

    private MeanTime Solve()
    {
        var all = MeanTime.Zero;
        foreach (var steps in _parts.Before)
        {
            all = all.Then(Free(steps));
        }

        if (_parts.Ahead.Count + _parts.Held.Count > 0)
        {
            all = all.Then(
                Rollout.Admission == Admission.Schedule ? Scheduled()
                : Rollout.HasBarrier ? InBatches()
                : Sliding(_levels.Nodes, Window())
            );
        }

        foreach (var steps in _parts.After)
        {
            all = all.Then(Free(steps));
        }

        return all;
    }

    /// <summary>Steps for which nobody needs a place; one of the whole cluster is done once.</summary>
    private MeanTime Free(IReadOnlyList<StepSpec> steps)
    {
        var level = steps.Max(_parts.LevelOf);
        var isOnce = level == _levels.Count - 1;
        return _solver.Solve(
            new Section
            {
                Held = isOnce ? [.. steps.Select(step => step with { Per = Levels.Node })] : steps,
                Nodes = isOnce ? 1 : _levels.Nodes,
                Level = isOnce ? 0 : level,
            }
        );
    }

    private Section Of(long nodes, long? places, bool isAhead = true) =>
        new()
        {
            Ahead = isAhead ? _parts.Ahead : [],
            Held = _parts.Held,
            Nodes = nodes,
            Level = _unit,
            Places = places < Units(nodes) ? places : null,
        };

    private double Units(long nodes) => Math.Ceiling((double)nodes / _levels.NodesPerGroup(_unit));

    /// <summary>Units that may hold places at once; null where there is no such limit.</summary>
    private long? Window()
    {
        if (Rollout.Limit is not { } limit)
        {
            return null;
        }

        long places = limit.At(_levels.Nodes);
        places =
            limit.MaxUnavailable.Kind == QuotaKind.Units ? places : Math.Max(1, places / _levels.NodesPerGroup(_unit));
        return limit.Domain is { } domain
            ? Math.Min(places, (long)_levels.GroupsOf(_levels.IndexOf(domain.Level)) * domain.Most)
            : places;
    }

    private MeanTime Sliding(long nodes, long? places)
    {
        var section = Of(nodes, places);
        var units = Units(nodes);
        if (Rollout.Tick is { } tick)
        {
            return Ticking(section, units, tick);
        }

        var delay = Rollout.ReleaseDelay.Seconds;
        return _solver.Solve(
            section with
            {
                Lag = section.Places is not null && delay > 0 ? grid => grid.Of(Law.Constant(delay)) : null,
            }
        );
    }

    private MeanTime Ticking(Section section, double units, TickSpec tick)
    {
        var period = tick.Period.Seconds;
        var isLock = Rollout.Admission == Admission.Lock;
        var isOwn = isLock && tick.Phase != TickPhase.Aligned;
        var first = tick.Phase == TickPhase.Restart ? period / 2 : 0;
        var passes = tick.Most is { } most ? ((double Rate, double Most)?)(1 / period, most) : null;
        section = section with { Passes = passes };
        if (section.Places is not { } places)
        {
            // everybody is admitted at the first look
            var look = isOwn
                ? Scattered(section, period)
                : _solver.Solve(section).Waiting(tick.Phase == TickPhase.Aligned ? 0 : period / 2);
            return look.Waiting(first);
        }

        var delay = Rollout.ReleaseDelay.Seconds;
        var time = _solver.Solve(section with { Lag = grid => Lag(grid, period, delay, isOwn) });
        return time.Waiting(
            first
                + (
                    isOwn ? PolledGaps.Seconds(period, places, units)
                    : tick.Phase == TickPhase.Aligned ? 0
                    : period / 2
                )
        );
    }

    /// <summary>Each begins at an instant of its own, uniform over a span.</summary>
    private MeanTime Scattered(Section section, double span)
    {
        var uniform = new DurationSpec.Drawn(new Uniform(0, span));
        var first = new StepSpec
        {
            Name = "first look", // no name that a scenario can have
            Takes = uniform,
            InService = true,
        };
        var model = _model with { Update = _model.Update with { Steps = [first, .. _model.Update.Steps] } };
        var solver = new SectionSolver(model, _levels, MeanTimes.Of(model));
        return solver.Solve(section with { Held = [first, .. section.Held] });
    }

    /// <summary>From the end of one unit to the tick that admits the next; 0 in it where each looks for itself.</summary>
    private GridLaw Lag(Grid grid, double period, double delay, bool isOwn)
    {
        var released = grid.Of(Law.Constant(delay));
        if (isOwn)
        {
            return released;
        }

        var held = MeanTimes.Of(_model);
        var sure = held.Held + delay;
        return held.IsConstant
            ? grid.Of(Law.Constant(delay + (Math.Ceiling((sure / period) - 1e-9) * period) - sure))
            : released.Plus(grid.Uniform(period));
    }

    private MeanTime InBatches()
    {
        var runs = BatchRuns.Of(Rollout, _levels);
        var inside = Rollout.HasWaves ? Window() : null;
        var time = MeanTime.Zero;
        var delay = Rollout.ReleaseDelay.Seconds; // a batch is over when all its places are free
        var pauses = runs.Sum(run => (run.Pause + delay) * run.Count) - runs[^1].Pause - delay;
        foreach (var same in runs.GroupBy(run => run.Nodes))
        {
            time = time.Then(_solver.Solve(Of(same.Key, inside, isAhead: false)), same.Sum(run => run.Count));
        }

        time = time.Waiting(pauses);
        if (_parts.Ahead.Count == 0)
        {
            return time with { Floor = _solver.Solve(Of(_levels.Nodes, null)).Floor };
        }

        var ready = Ahead(runs[0].Nodes);
        var last = _solver.Solve(Of(runs[^1].Nodes, inside, isAhead: false));
        var both = Ahead(_levels.Nodes);
        return time with
        {
            Mean = Math.Max(ready.Mean + time.Mean, both.Mean + last.Mean),
            Lower = Math.Max(time.Lower, both.Lower),
            Upper = both.Upper + time.Upper,
            Floor = _solver.Solve(Of(_levels.Nodes, null)).Floor,
        };
    }

    private MeanTime Ahead(long nodes) =>
        _solver.Solve(
            new Section
            {
                Held = _parts.Ahead,
                Nodes = nodes,
                Level = _parts.Ahead.Max(_parts.LevelOf),
            }
        );

    /// <summary>Waves that begin by the clock, whether the one before is done or not.</summary>
    private MeanTime Scheduled()
    {
        var runs = BatchRuns.Of(Rollout, _levels);
        var waves = runs.Sum(run => run.Count);
        var every = Rollout.Every.Seconds;
        if (waves > 1 && _parts.Ahead.Count == 0 && Window() is null && runs.All(run => run.Nodes <= runs[0].Nodes))
        {
            // a wave is a stretch of uniform arrivals; its nodes come at the middle of it
            return Scattered(Of(_levels.Nodes, null), waves * every).Waiting(-every / 2);
        }

        var waiting = 0.0;
        var longest = MeanTime.Zero;
        foreach (var run in runs)
        {
            var wave = _solver
                .Solve(Of(run.Nodes, Window()))
                .Waiting(waiting + ((run.Count - 1) * Rollout.Every.Seconds));
            longest = wave.Mean > longest.Mean ? wave : longest;
            waiting += run.Count * Rollout.Every.Seconds;
        }

        return longest with
        {
            Floor = _solver.Solve(Of(_levels.Nodes, null)).Floor,
        };
    }
}
