using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;

namespace Simulator.Cluster.Running;

/// <summary>Tells the places of a rollout which nodes failed, and leaves out all that were not admitted when it stops.</summary>
internal sealed class Halting
{
    private readonly RunState _state;
    private readonly Places _places;
    private readonly Action<int, int, Outcome> _end;

    /// <summary>Listens to places.</summary>
    /// <param name="state">The run.</param>
    /// <param name="places">Who decides that the rollout stops.</param>
    /// <param name="end">Ends a group of a level with an outcome.</param>
    public Halting(RunState state, Places places, Action<int, int, Outcome> end)
    {
        (_state, _places, _end) = (state, places, end);
        places.Halted = LeaveOutTheRest;
    }

    /// <summary>Nodes [first, end) are about to end; each is told of once.</summary>
    public void Note(int first, int end, Outcome outcome)
    {
        for (var node = first; outcome == Outcome.Failed && node < end; node++)
        {
            if (_state.Record.OutcomeOf(node) is not (Outcome.Failed or Outcome.Skipped))
            {
                _places.NoteFailure(UnitOf(node), 1);
            }
        }
    }

    /// <summary>Nodes from a first one on have failed.</summary>
    public void Judge(int first, Outcome outcome)
    {
        if (outcome == Outcome.Failed)
        {
            _places.JudgeFailure(UnitOf(first));
        }
    }

    /// <summary>A verified node turns out to be bad: it counts as a failed one from now on.</summary>
    public void NoteDefect(int node)
    {
        if (_places.Cause == HaltCause.None)
        {
            _places.NoteFailure(UnitOf(node), 1);
            _places.JudgeFailure(UnitOf(node));
        }
    }

    private int UnitOf(int node) => _state.Levels.GroupOf(_state.Plan.Admit!.Level, node);

    private void LeaveOutTheRest()
    {
        var admit = _state.Plan.Admit!;
        for (var unit = 0; unit < _state.Levels.GroupsOf(admit.Level); unit++)
        {
            var admitted = _state.Cell(admit.Index, unit, admit.EndColumn);
            if (admitted < 0 && admitted != Failures.Abandoned)
            {
                _end(admit.Level, unit, Outcome.Skipped);
            }
        }
    }
}
