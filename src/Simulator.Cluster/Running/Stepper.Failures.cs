using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Running;

/// <summary>What becomes of attempts that fail, of clients that are refused, and of nodes that have failed for good.</summary>
internal sealed partial class Stepper
{
    private const int MostTries = short.MaxValue;

    /// <summary>A call, or work that was brought, is refused: the client tries again, or gives up and the attempt has failed.</summary>
    protected override void Rejected(int customer, int tag)
    {
        var op = tag & OpMask;
        op -= _ops[op].Kind == OpKind.Served ? 1 : 0;
        if (_failures is not null && DropIfFailed(customer, op))
        {
            return;
        }

        var step = _steps[_ops[op].Step];
        var retry = _state.Plan.Model.Services[_ops[op].Service].ClientRetry!;
        var tries = Math.Min((tag >> Desk.TagBits) + 1, MostTries);
        _repeats.Refused(step, customer, tries);
        if (!step.CanFail || tries <= (retry.Limit ?? int.MaxValue))
        {
            var pause = _durations.ClientPause(step, customer, op - step.FirstOp, tries, retry);
            var at = _state.Simulation.Now + pause;
            var again = op | (tries << Desk.TagBits);
            _desk.NotePause(step, customer, at, again);
            _state.Simulation.Schedule(at, _state.KeyOf(step, customer), customer, again);
            return;
        }

        BreakOff(step, customer, op);
    }

    /// <summary>An attempt fails now while it waits at an op, or pauses before it asks there again.</summary>
    private void BreakOff(PlanStep step, int customer, int op)
    {
        if (IsBeforeBegin(op))
        {
            _desk.CloseWait(_ops[op], customer);
            _state.Cell(step.Index, customer, step.StartColumn) = _state.Now;
        }
        else
        {
            _state.Cell(step.Index, customer, _ops[op].Column) = 0; // lies within what is lost
        }

        _state.Cell(step.Index, customer, step.AttemptColumn) |= 1;
        _desk.GiveBackAttempt(step, customer, op);
        GoOnAfterFailure(step, customer);
    }

    private bool IsBeforeBegin(int op) => _ops[op].Kind is OpKind.Need or OpKind.Use or OpKind.Call;

    private bool IsFailing(PlanStep step, int customer) =>
        step.CanFail && (_state.Cell(step.Index, customer, step.AttemptColumn) & 1) != 0;

    /// <summary>An attempt has failed now: pause and try again from the queue on, or fail for good.</summary>
    private void GoOnAfterFailure(PlanStep step, int customer)
    {
        var op = Repeat(step, customer);
        if (op >= 0)
        {
            Proceed(customer, op, 0);
        }
    }

    /// <summary>
    /// After a failed attempt: the op to go on with at once, or -1. Without a pause the next attempt goes before all else of
    /// this instant, as its key does.
    /// </summary>
    private int Repeat(PlanStep step, int customer)
    {
        if (NextAttempt(step, customer) is not { } at)
        {
            return -1;
        }

        if (at == _state.Simulation.Now)
        {
            return step.FirstOp;
        }

        _state.Simulation.Schedule(at, _state.KeyOf(step, customer), customer, step.FirstOp);
        return -1;
    }

    /// <summary>Counts a failed attempt; when the next one begins, or null where it failed for good.</summary>
    private SimTime? NextAttempt(PlanStep step, int customer)
    {
        ref var attempts = ref _state.Cell(step.Index, customer, step.AttemptColumn);
        var attempt = (int)(attempts >> 1);
        _repeats.Failed(step, customer, attempt);
        if (attempt > step.RetryLimit)
        {
            End(step.Level, customer, Outcome.Failed);
            return null;
        }

        var pause = _durations.Pause(step, customer, attempt);
        attempts = (attempt + 1L) << 1;
        var begun = _state.Cell(step.Index, customer, step.StartColumn);
        _state.Cell(step.Index, customer, step.LostColumn) += _state.Now - begun + pause.Nanoseconds;
        foreach (var wait in step.Waits.Where(wait => wait.IsWithinWork))
        {
            _state.Cell(step.Index, customer, wait.Column) = 0; // lies within what was lost
        }

        return _state.Simulation.Now + pause;
    }

    /// <summary>A node is verified; where the version is bad on it, that is seen later.</summary>
    private void Verify(PlanStep step, int node, long time)
    {
        _state.Cell(step.Index, node, step.StartColumn) = time;
        _state.Record.SetOutcome(node, Outcome.Verified);
        _defects?.Note(node, time);
    }

    /// <summary>The nodes of a group fail or are left out: they give back what they hold and nobody waits for them any more.</summary>
    private void End(int level, int group, Outcome outcome)
    {
        var (first, end) = (_state.Levels.FirstNode(level, group), _state.Levels.EndNode(level, group));
        _halting?.Note(first, end, outcome);
        var gone = _failures!.Mark(level, first, end, outcome);
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

        _halting?.Judge(first, outcome);
    }

    /// <summary>A customer that has failed meanwhile gives back what this attempt had taken, and stops.</summary>
    private bool DropIfFailed(int customer, int tag)
    {
        var op = tag & OpMask;
        var step = _steps[_ops[op].Step];
        if (!_failures!.HasNobodyLeft(step.Level, customer))
        {
            return false;
        }

        var isAskingAgain = tag > OpMask && _ops[op].Kind is (OpKind.Call or OpKind.Serve);
        if (isAskingAgain && _desk.IsStale(step, customer, tag))
        {
            return true;
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
