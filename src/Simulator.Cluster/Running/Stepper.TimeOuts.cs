using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Running;

/// <summary>Attempts that take too long.</summary>
/// <remarks>
/// While an attempt works, its end is known ahead and is cut off there and then. While it waits for others, or pauses after
/// a refusal, an alarm that was set at its begin breaks it off; an alarm that finds it elsewhere means nothing.
/// </remarks>
internal sealed partial class Stepper
{
    private const int Alarm = 1 << Desk.TagBits;

    /// <summary>An attempt begins.</summary>
    private void Watch(PlanStep step, int customer, long time)
    {
        var deadline = time + step.TimeOut!.Value.Nanoseconds;
        _state.Cell(step.Index, customer, step.DeadlineColumn) = deadline;
        _state.Cell(step.Index, customer, step.ResumeColumn) = -1;
        if (step.Waits.Length > 0 && deadline <= SimTime.Horizon.Nanoseconds)
        {
            var key = _state.KeyOf(step, customer);
            _state.Simulation.Schedule(new SimTime(deadline), key, customer, step.FirstOp | Alarm);
        }
    }

    /// <summary>The end of work that began at a time and would be seen at another: no later than the deadline.</summary>
    private long CutOff(PlanStep step, int customer, long time, long end)
    {
        var deadline = _state.Cell(step.Index, customer, step.DeadlineColumn);
        if (end <= deadline)
        {
            return end;
        }

        _state.Cell(step.Index, customer, step.AttemptColumn) |= 1;
        _state.Record.WorkBrokenOff[step.Index] += Math.Max(0, deadline - time);
        return deadline;
    }

    private void SoundAlarm(PlanStep step, int customer)
    {
        if (_state.Cell(step.Index, customer, step.DeadlineColumn) != _state.Now)
        {
            return;
        }

        for (var op = step.FirstOp; op < step.EndOp; op++)
        {
            if (IsWaitingAt(_ops[op], customer))
            {
                if (_desk.Withdraw(_ops[op], customer, op, out var left))
                {
                    NoteBrokenOff(_ops[op], customer, left);
                    BreakOff(step, customer, op);
                }

                return;
            }
        }
    }

    private bool IsWaitingAt(in Op op, int customer) =>
        op.Kind is OpKind.Need or OpKind.Use or OpKind.Call or OpKind.Serve or OpKind.Transfer or OpKind.Fetch
        && _state.Cell(op.Step, customer, op.Column) < 0;

    private void NoteBrokenOff(in Op op, int customer, SimTime left)
    {
        var whole =
            op.Kind == OpKind.Serve
                ? EndOfWork(_steps[op.Step], customer, _state.Now, op.Amount) - _state.Now
                : op.Alone;
        _state.Record.WorkBrokenOff[op.Step] += Math.Max(0, whole - left.Nanoseconds);
    }
}
