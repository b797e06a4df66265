using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Processes;

/// <summary>Several waits of one process as one: over when all are, or when the first is.</summary>
/// <remarks>Wait i carries the tag that follows the process's own by i + 1.</remarks>
internal sealed class Combination : Agent
{
    private readonly Process _process;
    private readonly Wait[] _waits;
    private readonly bool[] _isOver;
    private readonly bool _needsAll;
    private int _left;

    public Combination(Process process, Wait[] waits, bool needsAll)
    {
        _process = process;
        _waits = waits;
        _isOver = new bool[waits.Length];
        _needsAll = needsAll;
        _left = waits.Length;
        foreach (var wait in waits)
        {
            if (wait.Process != process || wait.Ticket != process.Tag || wait.Target is Combination)
            {
                throw wait.Process is null ? Misuse.Empty() : Misuse.NotOneAwait(process);
            }
        }
    }

    /// <summary>What is waited for, as messages call it.</summary>
    public override string ToString()
    {
        var targets = _waits.Select(wait => wait.Target?.ToString() ?? "time");
        return $"{(_needsAll ? "all" : "the first")} of ({string.Join(", ", targets)})";
    }

    protected internal override void Wake(int tag) => throw new System.Diagnostics.UnreachableException();

    internal override void Begin(in Claim claim)
    {
        var simulation = _process.Simulation;
        for (var index = 0; index < _waits.Length; index++)
        {
            ref readonly var wait = ref _waits[index];
            var tag = unchecked(claim.Tag + 1 + index);
            if (wait.Target is null)
            {
                simulation.ScheduleIn(wait.Amount, claim.Key, claim.Customer, tag);
            }
            else
            {
                wait.Target.Begin(new Claim(claim.Key, claim.Customer, tag, wait.Amount, wait.Priority));
            }
        }

        if (_waits.Length == 0)
        {
            simulation.ScheduleIn(0, claim.Key, claim.Customer, claim.Tag);
        }
    }

    internal override void Cancel(int customer, int tag)
    {
        CancelAllBut(-1, customer, tag);
        _process.SkipTags(_waits.Length);
    }

    /// <summary>One wait is over; an index outside is a stale wake-up.</summary>
    internal void Hear(int index)
    {
        if (index < 0 || index >= _waits.Length || _isOver[index])
        {
            return;
        }

        _isOver[index] = true;
        _left--;
        if (_needsAll && _left > 0)
        {
            return;
        }

        if (!_needsAll)
        {
            CancelAllBut(index, _process.Customer, _process.Tag);
        }

        _process.EndCombination(index, _waits.Length);
    }

    private void CancelAllBut(int kept, int customer, int tag)
    {
        for (var index = 0; index < _waits.Length; index++)
        {
            if (index == kept)
            {
                continue;
            }

            if (_isOver[index])
            {
                _waits[index].Target?.TakeBack(_waits[index].Amount);
            }
            else
            {
                _waits[index].Target?.Cancel(customer, unchecked(tag + 1 + index));
            }
        }
    }
}
