using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Running;

/// <summary>Who has failed for good, and what they will therefore never finish.</summary>
internal sealed class Failures
{
    private const long Abandoned = -2;

    private readonly RunState _state;
    private readonly int[][] _failed;

    public Failures(RunState state)
    {
        _state = state;
        _failed = [.. Enumerable.Range(0, state.Levels.Count).Select(level => new int[state.Levels.GroupsOf(level)])];
    }

    /// <summary>Whether all nodes of a group have failed.</summary>
    public bool HasNobodyLeft(int level, int group)
    {
        var levels = _state.Levels;
        return _failed[level][group] == levels.EndNode(level, group) - levels.FirstNode(level, group);
    }

    /// <summary>Whether a step of a group was given up because its nodes have failed.</summary>
    public bool IsAbandoned(PlanStep step, int group) => _state.Cell(step.Index, group, step.EndColumn) == Abandoned;

    /// <summary>Nodes [first, end) fail now, unless they had ended before.</summary>
    public void Mark(int first, int end, SimTime now)
    {
        var verified = _state.Plan.Verified;
        for (var node = first; node < end; node++)
        {
            if (_state.Record.OutcomeOf(node) == Outcome.Failed)
            {
                continue;
            }

            _state.Record.SetOutcome(node, Outcome.Failed);
            _state.Cell(verified.Index, node, verified.StartColumn) = now.Nanoseconds;
            for (var level = 0; level < _failed.Length; level++)
            {
                _failed[level][_state.Levels.GroupOf(level, node)]++;
            }
        }
    }

    /// <summary>
    /// The steps, of levels up to <paramref name="level"/>, that nodes [first, end) have not finished; each is listed once
    /// and counts as given up from then on.
    /// </summary>
    public IReadOnlyList<(PlanStep Step, int Group)> GiveUp(int level, int first, int end)
    {
        var unfinished = new List<(PlanStep, int)>();
        foreach (var step in _state.Steps.Where(step => step.Level <= level && step.EndColumn >= 0))
        {
            var last = _state.Levels.GroupOf(step.Level, end - 1);
            for (var group = _state.Levels.GroupOf(step.Level, first); group <= last; group++)
            {
                ref var ended = ref _state.Cell(step.Index, group, step.EndColumn);
                if (ended < 0 && ended != Abandoned)
                {
                    ended = Abandoned;
                    unfinished.Add((step, group));
                }
            }
        }

        return unfinished;
    }
}
