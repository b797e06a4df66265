using System.Runtime.CompilerServices;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Running;

/// <summary>
/// Takes every node, rack, row through the compiled plan: a table of customers, one row each, no object a node.
/// </summary>
/// <remarks>
/// A customer walks ahead through ops that nobody else sees and sleeps until the next one that others do see. A tag is the
/// op to go on with, and above it the number of calls that were refused.
/// </remarks>
internal sealed class Stepper : CustomerTable
{
    private const int OpMask = (1 << Desk.TagBits) - 1;
    private const int WordsPerLine = 8;
    private const int MostTries = short.MaxValue;

    private readonly RunState _state;
    private readonly Op[] _ops;
    private readonly PlanStep[] _steps;
    private readonly DurationSource _durations;
    private readonly Desk _desk;
    private readonly Joins _joins;
    private readonly Failures? _failures;
    private readonly Repeats _repeats;

    public Stepper(RunState state, DurationSource durations)
    {
        if (state.Ops.Length > OpMask)
        {
            throw new ArgumentException(
                $"The plan has {state.Ops.Length} ops; at most {OpMask} are possible.",
                nameof(state)
            );
        }

        (_state, _durations) = (state, durations);
        (_ops, _steps) = (state.Ops, state.Steps);
        state.Simulation.Attach(this);
        _desk = new Desk(state);
        _joins = new Joins(state.Plan);
        _failures = state.Plan.CanFail ? new Failures(state) : null;
        _repeats = new Repeats(state);
    }

    public Desk Desk => _desk;

    public Joins Joins => _joins;

    /// <summary>Starts the steps that wait for nothing, at t = 0, in the order of keys.</summary>
    public void Start()
    {
        var firsts = _steps.Where(step => step.Predecessors.Count == 0).ToArray();
        for (var node = 0; node < _state.Levels.Nodes; node++)
        {
            foreach (var step in firsts)
            {
                var group = _state.Levels.GroupOf(step.Level, node);
                if (_state.FirstNode(step, group) == node)
                {
                    Begin(step, group);
                }
            }
        }
    }

    protected override void Wake(int customer, int tag)
    {
        if (_failures is null || !DropIfFailed(customer, tag & OpMask))
        {
            Proceed(customer, tag & OpMask, tag >> Desk.TagBits);
        }
    }

    protected override void Granted(int customer, int tag)
    {
        var op = tag & OpMask;
        _desk.CloseWait(_ops[op], customer);
        if (_failures is null || !DropIfFailed(customer, op + 1))
        {
            Proceed(customer, op + 1, 0);
        }
    }

    protected override void Approach(int customer, int tag)
    {
        var step = _steps[_ops[tag & OpMask].Step];
        ref var begins = ref _state.Cell(step.Index, customer, step.StartColumn);
        CacheHint.Fetch(ref begins);
        CacheHint.Fetch(ref Unsafe.Add(ref begins, WordsPerLine));
    }

    /// <summary>A call was refused: the client tries again, or gives up and the attempt has failed.</summary>
    protected override void Rejected(int customer, int tag)
    {
        var op = tag & OpMask;
        if (_failures is not null && DropIfFailed(customer, op))
        {
            return;
        }

        var step = _steps[_ops[op].Step];
        var retry = ((TokenBucketSpec)_state.Plan.Model.Services[_ops[op].Service]).Retry!;
        var tries = Math.Min((tag >> Desk.TagBits) + 1, MostTries);
        _repeats.Refused(step, customer, tries);
        if (!step.CanFail || tries <= (retry.Limit ?? int.MaxValue))
        {
            var pause = _durations.ClientPause(step, customer, op - step.FirstOp, tries, retry);
            var at = _state.Simulation.Now + pause;
            _state.Simulation.Schedule(at, _state.KeyOf(step, customer), customer, op | (tries << Desk.TagBits));
            return;
        }

        _desk.CloseWait(_ops[op], customer);
        _state.Cell(step.Index, customer, step.StartColumn) = _state.Now;
        _state.Cell(step.Index, customer, step.AttemptColumn) |= 1;
        _desk.GiveBackAttempt(step, customer, op);
        GoOnAfterFailure(step, customer);
    }

    /// <summary>Goes on from an op until the customer has to wait.</summary>
    private void Proceed(int customer, int op, int tries)
    {
        var now = _state.Now;
        var time = now;
        while (true)
        {
            ref readonly var next = ref _ops[op];
            if (next.IsShared && time > now)
            {
                var key = _state.KeyOf(_steps[next.Step], customer);
                _state.Simulation.Schedule(new SimTime(time), key, customer, op);
                return;
            }

            switch (next.Kind)
            {
                case OpKind.Begin:
                    _state.Cell(next.Step, customer, _steps[next.Step].StartColumn) = time;
                    break;
                case OpKind.Delay:
                    time += next.Amount;
                    break;
                case OpKind.Work:
                    time = Work(_steps[next.Step], customer, time, next.Amount);
                    break;
                case OpKind.Transferred:
                    _state.Cell(next.Step, customer, next.Column) += time;
                    break;
                case OpKind.ReleaseNeed when next.Until >= 0 && IsFailing(_steps[next.Step], customer):
                    break; // held until the step succeeds
                case OpKind.ReleaseUse:
                case OpKind.ReleaseNeed:
                case OpKind.Leave:
                    _desk.GiveBack(next, customer);
                    break;
                case OpKind.End:
                    op = GoOn(_steps[next.Step], customer, time);
                    if (op < 0)
                    {
                        return;
                    }

                    continue;
                case OpKind.Verified:
                    _state.Cell(next.Step, customer, _steps[next.Step].StartColumn) = time;
                    _state.Record.SetOutcome(customer, Outcome.Verified);
                    return;
                default:
                    _desk.Ask(next, customer, op, tries);
                    return;
            }

            op++;
        }
    }

    /// <summary>The work of an attempt: drawn, cut short or stretched by a failure, seen at a tick.</summary>
    private long Work(PlanStep step, int customer, long time, long fixedSpan)
    {
        var isFixed = step.Law is null && step.Listed is null;
        var attempt = _state.AttemptOf(step, customer);
        var start = _state.Cell(step.Index, customer, step.StartColumn);
        var end = time + (isFixed ? fixedSpan : _durations.Span(step, customer, attempt));
        if (step.Fails is { } fails && _durations.IsFailing(step, customer, attempt))
        {
            _state.Cell(step.Index, customer, step.AttemptColumn) |= 1;
            end = fails.Detected switch
            {
                Detection.AtOnce => time,
                Detection.AtTimeOut => Math.Max(time, start + fails.TimeOut!.Value.Nanoseconds),
                _ => end,
            };
        }

        return step.Poll is null ? end : _durations.Seen(step, customer, attempt, start, end);
    }

    /// <summary>At the end of an attempt: the op to go on with at once, or -1 where others are told and the customer stops.</summary>
    private int GoOn(PlanStep step, int customer, long time)
    {
        if (IsFailing(step, customer))
        {
            if (time > _state.Now)
            {
                var key = _state.KeyOf(step, customer);
                _state.Simulation.Schedule(new SimTime(time), key, customer, step.EndOp);
            }
            else
            {
                _desk.GiveBackHeldOn(step, customer);
                GoOnAfterFailure(step, customer);
            }

            return -1;
        }

        _state.Cell(step.Index, customer, step.EndColumn) = time;
        if (step.Follower >= 0)
        {
            return _steps[step.Follower].FirstOp;
        }

        PassOn(step, customer);
        return -1;
    }

    private bool IsFailing(PlanStep step, int customer) =>
        step.CanFail && (_state.Cell(step.Index, customer, step.AttemptColumn) & 1) != 0;

    /// <summary>An attempt has failed now: pause and try again from the queue on, or fail for good.</summary>
    private void GoOnAfterFailure(PlanStep step, int customer)
    {
        ref var attempts = ref _state.Cell(step.Index, customer, step.AttemptColumn);
        var attempt = (int)(attempts >> 1);
        _repeats.Failed(step, customer, attempt);
        if (attempt > step.RetryLimit)
        {
            Fail(step.Level, customer);
            return;
        }

        var pause = _durations.Pause(step, customer, attempt);
        attempts = (attempt + 1L) << 1;
        var begun = _state.Cell(step.Index, customer, step.StartColumn);
        _state.Cell(step.Index, customer, step.LostColumn) += _state.Now - begun + pause.Nanoseconds;
        foreach (var wait in step.Waits.Where(wait => wait.IsWithinWork))
        {
            _state.Cell(step.Index, customer, wait.Column) = 0; // lies within what was lost
        }

        var key = _state.KeyOf(step, customer);
        _state.Simulation.Schedule(_state.Simulation.Now + pause, key, customer, step.FirstOp);
    }

    private void PassOn(PlanStep step, int group)
    {
        var levels = _state.Levels;
        var first = levels.FirstNode(step.Level, group);
        foreach (var index in step.Successors)
        {
            var next = _steps[index];
            if (next.Level >= step.Level)
            {
                Arrive(next, levels.GroupOf(next.Level, first));
                continue;
            }

            var last = levels.GroupOf(next.Level, levels.EndNode(step.Level, group) - 1);
            for (var inside = levels.GroupOf(next.Level, first); inside <= last; inside++)
            {
                Arrive(next, inside);
            }
        }
    }

    private void Arrive(PlanStep step, int group)
    {
        if (_joins.Arrive(step, group))
        {
            Begin(step, group);
        }
    }

    private void Begin(PlanStep step, int group)
    {
        if (_failures is null || !_failures.HasNobodyLeft(step.Level, group))
        {
            Proceed(group, step.FirstOp, 0);
        }
    }

    /// <summary>The nodes of a group fail: they give back what they hold and nobody waits for them any more.</summary>
    private void Fail(int level, int group)
    {
        var (first, end) = (_state.Levels.FirstNode(level, group), _state.Levels.EndNode(level, group));
        var gone = _failures!.Mark(level, first, end, _state.Simulation.Now);
        _desk.GiveBackHeldBeyond(gone);
        foreach (var (step, inside) in _failures.GiveUp(gone))
        {
            if (step.Virtual == OpKind.Leave)
            {
                _desk.GiveBack(_ops[step.FirstOp], inside);
            }

            var node = _state.FirstNode(step, inside);
            foreach (var next in step.Successors.Select(index => _steps[index]).Where(next => next.Level > step.Level))
            {
                Arrive(next, _state.Levels.GroupOf(next.Level, node));
            }
        }
    }

    /// <summary>A customer that has failed meanwhile gives back what this attempt had taken, and stops.</summary>
    private bool DropIfFailed(int customer, int op)
    {
        var step = _steps[_ops[op].Step];
        if (!_failures!.HasNobodyLeft(step.Level, customer))
        {
            return false;
        }

        if (step.Virtual == OpKind.Admit)
        {
            if (op > step.FirstOp)
            {
                _desk.Places!.Release(customer); // it was on its way
            }
        }
        else
        {
            _desk.GiveBackAttempt(step, customer, op);
        }

        return true;
    }
}
