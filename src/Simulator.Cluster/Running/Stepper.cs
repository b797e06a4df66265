using System.Runtime.CompilerServices;
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
internal sealed partial class Stepper : CustomerTable
{
    private const int OpMask = (1 << Desk.TagBits) - 1;
    private const int WordsPerLine = 8;

    private readonly RunState _state;
    private readonly Op[] _ops;
    private readonly PlanStep[] _steps;
    private readonly DurationSource _durations;
    private readonly Desk _desk;
    private readonly Joins _joins;
    private readonly Failures? _failures;
    private readonly Halting? _halting;
    private readonly Defects? _defects;
    private readonly Repeats _repeats;
    private readonly OwnBuckets _ownBuckets;

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
        _failures = state.Plan.CanFail || state.Plan.CanHalt ? new Failures(state) : null;
        _halting = state.Plan.CanHalt && _desk.Places is { } places ? new Halting(state, places, End) : null;
        _defects = Defects.Of(state, _halting);
        _repeats = new Repeats(state);
        _ownBuckets = new OwnBuckets(state.Plan);
    }

    public Desk Desk => _desk;

    public Joins Joins => _joins;

    /// <summary>Starts the steps that wait for nothing, at t = 0, in the order of keys.</summary>
    public void Start()
    {
        var firsts = _steps.Where(step => step.Predecessors.Length == 0).ToArray();
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
        if (_failures is null || !DropIfFailed(customer, tag))
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
                case OpKind.Watch when tries == 0:
                    Watch(_steps[next.Step], customer, time);
                    break;
                case OpKind.Begin:
                    _state.Cell(next.Step, customer, _steps[next.Step].StartColumn) = time;
                    break;
                case OpKind.CallAlone:
                    time = CallAlone(next, customer, time);
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
                case OpKind.Served:
                    (time, tries) = (Served(next, customer, time), 0);
                    break;
                case OpKind.ReleaseNeed when next.Until >= 0 && IsFailing(_steps[next.Step], customer):
                    break; // held until the step succeeds
                case OpKind.ReleaseUse or OpKind.ReleaseNeed or OpKind.Leave:
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
                    Verify(_steps[next.Step], customer, time);
                    return;
                default:
                    Turn(next, customer, op, tries);
                    return;
            }

            op++;
        }
    }

    /// <summary>Asks a service for what it grants, or brings what it works on by itself; or hears an alarm.</summary>
    private void Turn(in Op op, int customer, int index, int tries)
    {
        switch (op.Kind)
        {
            case OpKind.Watch:
                SoundAlarm(_steps[op.Step], customer);
                break;
            case OpKind.Fetch:
                _desk.Fetch(op, customer, index);
                break;
            case OpKind.Serve:
                var work = EndOfWork(_steps[op.Step], customer, _state.Now, op.Amount) - _state.Now;
                _desk.Serve(op, customer, index, tries, work);
                break;
            default:
                _desk.Ask(op, customer, index, tries);
                break;
        }
    }

    private long CallAlone(in Op op, int customer, long time)
    {
        var granted = _ownBuckets.Take(op, _state.FirstNode(_steps[op.Step], customer), time);
        _state.Cell(op.Step, customer, op.Column) += granted - time;
        return granted;
    }

    private long Served(in Op op, int customer, long time)
    {
        _state.Cell(op.Step, customer, op.Column) += time + 1;
        var step = _steps[op.Step];
        var end = step.Poll is null ? time : Seen(step, customer, time);
        return step.TimeOut is null ? end : CutOff(step, customer, time, end);
    }

    /// <summary>The end of the work of an attempt, as it is seen.</summary>
    private long Work(PlanStep step, int customer, long time, long fixedSpan)
    {
        var end = EndOfWork(step, customer, time, fixedSpan);
        end = step.Poll is null ? end : Seen(step, customer, end);
        return step.TimeOut is null ? end : CutOff(step, customer, time, end);
    }

    /// <summary>The work of an attempt: drawn, cut short or stretched by a failure.</summary>
    private long EndOfWork(PlanStep step, int customer, long time, long fixedSpan)
    {
        var isFixed = step.Law is null && step.Listed is null;
        var attempt = _state.AttemptOf(step, customer);
        var end = time + (isFixed ? fixedSpan : _durations.Span(step, customer, attempt));
        if (step.Fails is { } fails && _durations.IsFailing(step, customer, attempt))
        {
            _state.Cell(step.Index, customer, step.AttemptColumn) |= 1;
            end = fails.Detected switch
            {
                Detection.AtOnce => time,
                Detection.AtTimeOut => Math.Max(time, StartOf(step, customer) + fails.TimeOut!.Value.Nanoseconds),
                _ => end,
            };
        }

        return end;
    }

    private long Seen(PlanStep step, int customer, long end) =>
        _durations.Seen(step, customer, _state.AttemptOf(step, customer), StartOf(step, customer), end);

    private long StartOf(PlanStep step, int customer) => _state.Cell(step.Index, customer, step.StartColumn);

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
                return Repeat(step, customer);
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
}
