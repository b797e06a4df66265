using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Strategies;

/// <summary>
/// A window, cut into stages by batches, waves or a schedule, looked at all the time or by a controller at its ticks. A
/// stage opens when the one before is done and its gate has passed, or at its time; who waits in an open stage is admitted in
/// order while places are free. The first that does not fit is waited for; a group that is full is passed over.
/// </summary>
internal sealed class StagedPlaces : RuledPlaces
{
    private const int GateTag = -1;
    private const int StageTag = -2;
    private const int PassTag = -3;

    private readonly PriorityQueue<int, (long Rank, ulong Key)> _line = new();
    private readonly Dictionary<int, Queue<int>> _heldUp = [];
    private readonly int[]? _positions;
    private readonly int[]? _unitAt;
    private readonly SimTime _firstTick;
    private readonly bool _hasBarrier;
    private int _stage;
    private int _left;
    private bool _isOpen = true;
    private bool _hasPassed = true;
    private long _passAt = -1;
    private long _lastPass = -1;
    private bool _isPass;

    public StagedPlaces(Simulation simulation, PlaceRules rules)
        : base(simulation, rules)
    {
        _positions = rules.Positions();
        if (_positions is not null)
        {
            _unitAt = new int[rules.Units];
            foreach (var (unit, place) in _positions.Index())
            {
                _unitAt[place] = unit;
            }
        }

        _left = rules.Ends[0];
        _hasBarrier = rules.Ends.Count > 1 && rules.Rollout.HasBarrier;
        _firstTick = rules.Rollout.Tick is null ? SimTime.Zero : rules.FirstTick(0);
        if (rules.Ends.Count > 1 && !_hasBarrier)
        {
            Simulation.Schedule(Simulation.Now + rules.Rollout.Every, 0, Customer, StageTag);
        }

        if (_hasBarrier && _left == 0)
        {
            Close();
        }
    }

    protected override void OnAsked(int unit)
    {
        if (_isOpen && PlaceOf(unit) < Rules.Ends[_stage])
        {
            Enter(unit);
            Touch();
        }
    }

    protected override void OnFreed(int unit)
    {
        if (Rules.DomainOf is { } domain && _heldUp.TryGetValue(domain(unit), out var others))
        {
            while (others.TryDequeue(out var other))
            {
                Enter(other);
            }
        }

        if (_line.Count > 0)
        {
            Touch();
        }
    }

    protected override void OnFinished(int unit)
    {
        if (_hasBarrier && _isOpen && PlaceOf(unit) < Rules.Ends[_stage] && --_left == 0)
        {
            Close();
        }
    }

    protected override void OnWoken(int tag)
    {
        switch (tag)
        {
            case GateTag when !_hasPassed:
                Halt(HaltCause.Gate);
                break;
            case GateTag:
                Open();
                break;
            case StageTag:
                _stage++;
                Open();
                if (_stage + 1 < Rules.Ends.Count)
                {
                    Simulation.Schedule(Simulation.Now + Rules.Rollout.Every, 0, Customer, StageTag);
                }

                break;
            default:
                _isPass = true;
                _lastPass = Simulation.Now.Nanoseconds;
                Touch();
                break;
        }
    }

    protected override IEnumerable<int> BatchOf(int unit)
    {
        var stage = 0;
        while (Rules.Ends[stage] <= PlaceOf(unit))
        {
            stage++;
        }

        return UnitsOf(stage);
    }

    protected override void Decide(GrantList grants)
    {
        var left = Rules.Rollout.Tick is null || _isPass ? Rules.MostPerPass ?? int.MaxValue : 0;
        _isPass = false;
        while (left > 0 && Next() is { } unit && Fits(unit))
        {
            _line.Dequeue();
            Admit(unit, grants);
            left--;
        }

        if (Rules.Rollout.Tick is { } tick && Next() is { } waiting && Fits(waiting))
        {
            PlanPass(tick);
        }
    }

    /// <summary>The next unit whose group has a place; those that fail meanwhile leave the line here.</summary>
    private int? Next()
    {
        while (_line.TryPeek(out var unit, out _))
        {
            if (IsAsking(unit) && FitsDomain(unit))
            {
                return unit;
            }

            _line.Dequeue();
            if (IsAsking(unit))
            {
                var domain = Rules.DomainOf!(unit);
                _heldUp.TryAdd(domain, new Queue<int>());
                _heldUp[domain].Enqueue(unit);
            }
        }

        return null;
    }

    private void PlanPass(TickSpec tick)
    {
        var at = tick.From(_firstTick, Simulation.Now);
        at += at.Nanoseconds == _lastPass ? tick.Period : SimTime.Zero;
        if (at.Nanoseconds != _passAt)
        {
            _passAt = at.Nanoseconds;
            Simulation.Schedule(at, 0, Customer, PassTag);
        }
    }

    private int PlaceOf(int unit) => _positions is null ? unit : _positions[unit];

    private IEnumerable<int> UnitsOf(int stage)
    {
        for (var place = stage == 0 ? 0 : Rules.Ends[stage - 1]; place < Rules.Ends[stage]; place++)
        {
            yield return _unitAt is null ? place : _unitAt[place];
        }
    }

    private void Enter(int unit)
    {
        var rank = Rules.Rollout.Order == UnitOrder.Ready ? Simulation.Round : PlaceOf(unit);
        _line.Enqueue(unit, (rank, KeyOf(unit)));
    }

    /// <summary>A stage is done: on to the gate before the next.</summary>
    private void Close()
    {
        JudgeBegun(Enumerable.Range(0, _stage + 1).SelectMany(UnitsOf));
        if (_stage + 1 == Rules.Ends.Count || Cause != HaltCause.None)
        {
            return;
        }

        var rollout = Rules.Rollout;
        var probe = rollout.Probe?.Verdict(check => Rules.Uniform(_stage, 2, check));
        _hasPassed = probe?.Passes ?? true;
        _stage++;
        var span =
            rollout.BakeAfter(_stage - 1)
            + (probe?.Span ?? SimTime.Zero)
            + (_hasPassed ? rollout.Approval : SimTime.Zero);
        if (span > SimTime.Zero || !_hasPassed)
        {
            _isOpen = false;
            Simulation.Schedule(Simulation.Now + span, 0, Customer, GateTag);
            return;
        }

        Open();
    }

    /// <summary>Counts who is left in the stage and calls in those that asked already.</summary>
    private void Open()
    {
        _isOpen = true;
        _left = 0;
        foreach (var unit in UnitsOf(_stage))
        {
            _left += IsDone(unit) ? 0 : 1;
            if (IsAsking(unit))
            {
                Enter(unit);
            }
        }

        Touch();
        if (_left == 0 && _hasBarrier)
        {
            Close();
        }
    }
}
