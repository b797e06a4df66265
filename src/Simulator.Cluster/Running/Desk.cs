using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Resources;
using Simulator.Kernel.ServiceCenters;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Cluster.Running;

/// <summary>Where customers ask for what they need, and give it back.</summary>
/// <remarks>
/// The cell of a wait holds the sum of past waits; while a request is open, minus the instant of asking and 1 on top, so
/// that an open request is always below zero.
/// </remarks>
internal sealed class Desk
{
    internal const int TagBits = 16;

    private readonly RunState _state;
    private readonly ServiceSet _services;
    private readonly Places? _places;

    public Desk(RunState state)
    {
        _state = state;
        _services = new ServiceSet(state.Simulation, state.Plan, state.Stream);
        _places = state.Plan.Admit is null ? null : PlacesFactory.Make(state.Simulation, state.Plan, state.Stream);
    }

    public ServiceSet Services => _services;

    public Places? Places => _places;

    /// <summary>Requests what the op asks for; the grant, or the end of the transfer, comes back with the op as tag.</summary>
    public void Ask(in Op op, int customer, int index, int tries)
    {
        var step = _state.Steps[op.Step];
        var key = _state.KeyOf(step, customer);
        ref var wait = ref _state.Cell(op.Step, customer, op.Column);
        if (op.Kind == OpKind.Transfer)
        {
            wait -= _state.Now + op.Alone;
            ((Link)ResourceOf(op, step, customer)).Transfer(key, customer, index + 1, new DataSize(op.Amount));
            return;
        }

        wait -= tries == 0 ? _state.Now + 1 : 0;
        switch (op.Kind)
        {
            case OpKind.Need:
                ((Semaphore)ResourceOf(op, step, customer)).Request(key, customer, index, op.Amount);
                break;
            case OpKind.Use:
                ((Station)ResourceOf(op, step, customer)).Request(key, customer, index, op.Priority);
                break;
            case OpKind.Call:
                var tag = index | (tries << TagBits);
                if (tries > 0 && IsStale(step, customer, tag))
                {
                    break;
                }

                ((TokenBucket)ResourceOf(op, step, customer)).Request(key, customer, tag, op.Amount);
                break;
            default:
                _places!.Request(key, customer, index);
                break;
        }
    }

    /// <summary>Starts a transfer over a link of any kind; its end comes back with the next op as tag.</summary>
    public void Fetch(in Op op, int customer, int index)
    {
        var step = _state.Steps[op.Step];
        var node = _state.FirstNode(step, customer);
        _state.Cell(op.Step, customer, op.Column) -= _state.Now + op.Alone;
        var link = (Link)_services.Attend(op.Service, node);
        link.Transfer(_state.KeyOf(step, customer), customer, index + 1, new DataSize(op.Amount));
    }

    /// <summary>Brings work to a station that does it; its end comes back with the next op as tag.</summary>
    public void Serve(in Op op, int customer, int index, int tries, long work)
    {
        var step = _state.Steps[op.Step];
        if (tries > 0 && IsStale(step, customer, index | (tries << TagBits)))
        {
            return;
        }

        _state.Cell(op.Step, customer, op.Column) -= tries == 0 ? _state.Now + work + 1 : 0;
        var center = (ServiceCenter)_services.Attend(op.Service, _state.FirstNode(step, customer));
        var tag = (index + 1) | (tries << TagBits);
        center.Request(_state.KeyOf(step, customer), customer, tag, new SimTime(work), op.Priority);
    }

    /// <summary>A refused client will ask again; in a step that can be timed out, only if it is not until then.</summary>
    public void NotePause(PlanStep step, int customer, SimTime until, int tag)
    {
        if (step.ResumeColumn >= 0)
        {
            _state.Cell(step.Index, customer, step.ResumeColumn) = until.Nanoseconds;
            _state.Cell(step.Index, customer, step.ResumeColumn + 1) = tag;
        }
    }

    /// <summary>Takes back what is waited for at an op, or ends the pause before it is asked for again.</summary>
    /// <param name="op">Where the customer waits.</param>
    /// <param name="customer">Who.</param>
    /// <param name="index">The number of the op.</param>
    /// <param name="left">What was left of the work, or of the transfer alone on its link; else zero.</param>
    /// <returns>False where it is done at this very instant.</returns>
    public bool Withdraw(in Op op, int customer, int index, out SimTime left)
    {
        var step = _state.Steps[op.Step];
        left = op.Kind is OpKind.Transfer or OpKind.Fetch ? new SimTime(op.Alone) : SimTime.Zero;
        ref var resume = ref _state.Cell(step.Index, customer, step.ResumeColumn);
        if (resume >= 0)
        {
            resume = -1;
            left = op.Kind == OpKind.Serve ? SimTime.Horizon : left;
            return true;
        }

        var resource = ResourceOf(op, step, customer);
        var tries = (int)_state.Cell(step.Index, customer, step.ResumeColumn + 1) & ~((1 << TagBits) - 1);
        return resource switch
        {
            ServiceCenter center => center.Withdraw(customer, index + 1, out left)
                || center.Withdraw(customer, (index + 1) | tries, out left),
            Link link => link.Withdraw(customer, index + 1, out var bits) && IsSet(out left, op, bits),
            _ => resource.Withdraw(customer, index) || resource.Withdraw(customer, index | tries),
        };
    }

    /// <summary>Closes the wait that <see cref="Ask"/> opened.</summary>
    public void CloseWait(in Op op, int customer) => _state.Cell(op.Step, customer, op.Column) += _state.Now + 1;

    /// <summary>Gives back what the op took, or what it is the release of.</summary>
    public void GiveBack(in Op op, int customer)
    {
        var step = _state.Steps[op.Step];
        switch (op.Kind)
        {
            case OpKind.Use or OpKind.ReleaseUse:
                ((Station)ResourceOf(op, step, customer)).Release();
                break;
            case OpKind.Need or OpKind.ReleaseNeed:
                ((Semaphore)ResourceOf(op, step, customer)).Release(op.Amount);
                break;
            default:
                GiveBackPlace(customer);
                break;
        }
    }

    /// <summary>Gives back what the ops of an attempt before <paramref name="upTo"/> have taken.</summary>
    public void GiveBackAttempt(PlanStep step, int customer, int upTo)
    {
        for (var index = step.FirstOp; index < upTo; index++)
        {
            ref readonly var op = ref _state.Ops[index];
            if (op.Kind is OpKind.Use or OpKind.Need && !IsGivenBack(op, step, upTo))
            {
                GiveBack(op, customer);
            }
        }
    }

    /// <summary>A failed attempt gives back also what it would have held beyond its step.</summary>
    public void GiveBackHeldOn(PlanStep step, int customer)
    {
        for (var index = step.FirstOp; index < step.EndOp; index++)
        {
            if (_state.Ops[index].Kind == OpKind.Need && _state.Ops[index].Until >= 0)
            {
                GiveBack(_state.Ops[index], customer);
            }
        }
    }

    /// <summary>Groups in which nobody is left now give back what their earlier steps still hold.</summary>
    /// <param name="gone">For each level the groups [first, end); called before their steps are given up.</param>
    public void GiveBackHeldBeyond(IReadOnlyList<(int First, int End)> gone)
    {
        foreach (var op in _state.Ops.Where(op => op.Kind == OpKind.Need && op.Until >= 0))
        {
            var (taker, until) = (_state.Steps[op.Step], _state.Steps[op.Until]);
            for (var group = gone[taker.Level].First; group < gone[taker.Level].End; group++)
            {
                var isHeld = _state.Cell(taker.Index, group, taker.EndColumn) >= 0;
                var untilEnd = _state.Cell(until.Index, group, until.EndColumn);
                if (isHeld && untilEnd < 0 && untilEnd != Failures.Abandoned)
                {
                    GiveBack(op, group);
                }
            }
        }
    }

    private void GiveBackPlace(int unit)
    {
        var admit = _state.Plan.Admit!;
        if (_state.Cell(admit.Index, unit, admit.EndColumn) >= 0)
        {
            _places!.Release(unit);
        }
        else
        {
            _places!.Skip(unit);
        }
    }

    private static bool IsSet(out SimTime left, in Op op, DataSize bits)
    {
        left = new SimTime((long)((Int128)op.Alone * bits.Bits / op.Amount));
        return true;
    }

    /// <summary>Whether a client's pause was ended by a time-out before it was over; if not, it is over now.</summary>
    public bool IsStale(PlanStep step, int customer, int tag)
    {
        if (step.ResumeColumn < 0)
        {
            return false;
        }

        ref var resume = ref _state.Cell(step.Index, customer, step.ResumeColumn);
        if (resume != _state.Now || _state.Cell(step.Index, customer, step.ResumeColumn + 1) != tag)
        {
            return true;
        }

        resume = -1;
        return false;
    }

    private bool IsGivenBack(in Op taken, PlanStep step, int upTo)
    {
        for (var index = step.FirstOp; index < upTo; index++)
        {
            ref readonly var op = ref _state.Ops[index];
            var isRelease = op.Kind is OpKind.ReleaseUse or OpKind.ReleaseNeed && op.Until < 0 && taken.Until < 0;
            if (isRelease && op.Service == taken.Service)
            {
                return true;
            }
        }

        return false;
    }

    private Resource ResourceOf(in Op op, PlanStep step, int customer) =>
        _services.Of(op.Service, _state.FirstNode(step, customer));
}
