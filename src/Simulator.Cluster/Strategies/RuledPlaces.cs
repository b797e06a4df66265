using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Strategies;

/// <summary>
/// Places with rules: who has asked, what is held in all and by group, what failures do to both, when the rollout stops.
/// Kinds of admission decide who is next.
/// </summary>
internal abstract class RuledPlaces : Places
{
    private const int DeadlineTag = int.MinValue;

    private readonly UnitState[] _states;
    private readonly (ulong Key, int Tag)[] _asked;
    private readonly int[]? _failed;
    private readonly int[]? _inDomain;
    private SimTime _lastProgress;
    private long _held;
    private long _blocked;
    private long _errors;
    private int _unfinished;
    private int _outside;
    private bool _isWatched;

    protected RuledPlaces(Simulation simulation, PlaceRules rules)
        : base(simulation)
    {
        Rules = rules;
        _states = new UnitState[rules.Units];
        _asked = new (ulong, int)[rules.Units];
        (_unfinished, _outside) = (rules.Units, rules.Units);
        _failed = rules.CanHalt ? new int[rules.Units] : null;
        _inDomain = rules.DomainOf is { } domain ? new int[Enumerable.Range(0, rules.Units).Max(domain) + 1] : null;
    }

    private enum UnitState : byte
    {
        Unready,
        Asking,
        Admitted,
        Done,
    }

    public sealed override int QueueLength => _states.Count(state => state == UnitState.Asking);

    public sealed override long Held => _held - _blocked;

    protected PlaceRules Rules { get; }

    protected sealed override bool HasOutsiders => _outside > 0;

    public sealed override void Request(ulong key, int unit, int tag)
    {
        Watch();
        _states[unit] = UnitState.Asking;
        _asked[unit] = (key, tag);
        OnAsked(unit);
    }

    public sealed override void Release(int unit)
    {
        if (Rules.Rollout.ReleaseDelay > SimTime.Zero)
        {
            Simulation.Schedule(Simulation.Now + Rules.Rollout.ReleaseDelay, 0, Customer, unit);
            return;
        }

        Free(unit);
    }

    public sealed override void Skip(int unit)
    {
        Block(unit, 0);
        Finish(unit);
    }

    public sealed override void NoteFailure(int unit, int nodes)
    {
        _errors += nodes;
        if (_failed is not null)
        {
            _failed[unit] += nodes;
        }
    }

    public sealed override void JudgeFailure(int unit)
    {
        if (_failed is not null && Rules.Rollout.Failure is { } policy)
        {
            var (errors, most) = policy.Scope switch
            {
                ErrorScope.Batch => ErrorsInBatch(unit, policy),
                ErrorScope.Rollout => (_errors, policy.At(NodesOfAll)),
                _ => (0, 0),
            };
            HaltAbove(errors, most);
        }
    }

    /// <summary>At the end of a batch: stops the rollout where too many of those that have begun have failed.</summary>
    protected void JudgeBegun(IEnumerable<int> units)
    {
        if (_failed is not null && Rules.Rollout.Failure is { Scope: ErrorScope.Begun } policy)
        {
            HaltAbove(_errors, policy.At(units.Sum(Rules.NodesOf)));
        }
    }

    private void HaltAbove(long errors, long most)
    {
        if (errors > most)
        {
            Halt(HaltCause.Errors);
        }
    }

    public sealed override bool HaltIfBlocked()
    {
        if (_blocked == 0 || QueueLength == 0)
        {
            return false;
        }

        Halt(HaltCause.Blocked);
        return true;
    }

    /// <summary>A unit asks: it waits from now on, for its turn or for its batch.</summary>
    protected abstract void OnAsked(int unit);

    /// <summary>Places or a batch may have become free.</summary>
    protected abstract void OnFreed(int unit);

    /// <summary>A unit is over, in whatever way; called once a unit.</summary>
    protected virtual void OnFinished(int unit) { }

    /// <summary>A wake-up of the kind's own, with a tag below 0.</summary>
    protected virtual void OnWoken(int tag) { }

    /// <summary>The units of the batch that a unit lies in.</summary>
    protected abstract IEnumerable<int> BatchOf(int unit);

    protected bool IsAsking(int unit) => _states[unit] == UnitState.Asking && Cause == HaltCause.None;

    protected bool IsDone(int unit) => _states[unit] == UnitState.Done;

    protected ulong KeyOf(int unit) => _asked[unit].Key;

    /// <summary>Whether a unit of this size fits beside what is held.</summary>
    protected bool Fits(int unit) => _held + Rules.SizeOf(unit) <= Rules.Limit;

    /// <summary>Whether the group of a unit has a place for it.</summary>
    protected bool FitsDomain(int unit) => _inDomain is null || _inDomain[Rules.DomainOf!(unit)] < Rules.DomainLimit;

    protected void Admit(int unit, GrantList grants)
    {
        _states[unit] = UnitState.Admitted;
        _outside--;
        _held += Rules.SizeOf(unit);
        if (_inDomain is not null)
        {
            _inDomain[Rules.DomainOf!(unit)]++;
        }

        grants.Give(new Waiter(_asked[unit].Key, unit, _asked[unit].Tag, Rules.SizeOf(unit)));
    }

    protected sealed override void Wake(int tag)
    {
        if (tag >= 0)
        {
            Free(tag);
        }
        else if (tag == DeadlineTag)
        {
            CheckDeadline();
        }
        else if (Cause == HaltCause.None)
        {
            OnWoken(tag);
        }
    }

    private int NodesOfAll => field > 0 ? field : field = Enumerable.Range(0, Rules.Units).Sum(Rules.NodesOf);

    private (long Errors, long Most) ErrorsInBatch(int unit, FailurePolicy policy)
    {
        var (errors, nodes) = (0, 0);
        foreach (var other in BatchOf(unit))
        {
            errors += _failed![other];
            nodes += Rules.NodesOf(other);
        }

        return (errors, policy.At(nodes));
    }

    /// <summary>An admitted unit leaves; what failed in it keeps its place where failures count.</summary>
    private void Free(int unit)
    {
        var size = Rules.SizeOf(unit);
        _held -= size;
        var isBlocked = Block(unit, size);
        if (_inDomain is not null && !isBlocked)
        {
            _inDomain[Rules.DomainOf!(unit)]--;
        }

        if (_failed is null || _failed[unit] < Rules.NodesOf(unit))
        {
            _lastProgress = Simulation.Now;
        }

        Finish(unit);
        OnFreed(unit);
    }

    private bool Block(int unit, int size)
    {
        if (_failed is null || _failed[unit] == 0 || Rules.Rollout.Limit is not { CountsFailed: true })
        {
            return false;
        }

        var kept = Rules.CountsUnits ? 1 : _failed[unit];
        (_held, _blocked) = (_held + kept, _blocked + kept);
        return kept >= size && size > 0;
    }

    private void Finish(int unit)
    {
        if (_states[unit] != UnitState.Done)
        {
            _outside -= _states[unit] == UnitState.Admitted ? 0 : 1;
            _states[unit] = UnitState.Done;
            _unfinished--;
            if (Cause == HaltCause.None)
            {
                OnFinished(unit);
            }
        }
    }

    private void Watch()
    {
        if (!_isWatched && Rules.CanHalt && Rules.Rollout.ProgressDeadline is { } span)
        {
            _isWatched = true;
            _lastProgress = Simulation.Now;
            Simulation.Schedule(Simulation.Now + span, ulong.MaxValue, Customer, DeadlineTag);
        }
    }

    private void CheckDeadline()
    {
        if (_unfinished == 0 || Cause != HaltCause.None)
        {
            return;
        }

        var at = _lastProgress + Rules.Rollout.ProgressDeadline!.Value;
        if (at > Simulation.Now)
        {
            Simulation.Schedule(at, ulong.MaxValue, Customer, DeadlineTag);
        }
        else
        {
            Halt(HaltCause.Deadline);
        }
    }
}
