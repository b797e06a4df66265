using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Running;

/// <summary>Who has failed for good, and what they will therefore never finish.</summary>
internal sealed class Failures
{
    /// <summary>Stands for the end of a step that will never end.</summary>
    public const long Abandoned = -2;

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

    /// <summary>Nodes [first, end), which are a group of a level, fail or are left out now.</summary>
    /// <returns>For each level the groups [first, end) in which nobody is left now.</returns>
    public IReadOnlyList<(int First, int End)> Mark(int level, int first, int end, Outcome outcome)
    {
        var verified = _state.Plan.Verified;
        for (var node = first; node < end; node++)
        {
            if (_state.Record.OutcomeOf(node) is Outcome.Failed or Outcome.Skipped)
            {
                continue;
            }

            _state.Record.SetOutcome(node, outcome);
            _state.Cell(verified.Index, node, verified.StartColumn) = _state.Now;
            for (var each = 0; each < _failed.Length; each++)
            {
                _failed[each][_state.Levels.GroupOf(each, node)]++;
            }
        }

        return [.. _failed.Select((_, each) => Gone(each, level, first, end))];
    }

    /// <summary>
    /// The steps that groups in which nobody is left have not finished; each is listed once and counts as given up from
    /// then on.
    /// </summary>
    public IReadOnlyList<(PlanStep Step, int Group)> GiveUp(IReadOnlyList<(int First, int End)> gone)
    {
        var unfinished = new List<(PlanStep, int)>();
        foreach (var step in _state.Steps.Where(step => step.EndColumn >= 0))
        {
            var (first, end) = gone[step.Level];
            for (var group = first; group < end; group++)
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

    /// <summary>Groups of a level inside those that failed, or the one around them where all others had failed before.</summary>
    private (int First, int End) Gone(int level, int failed, int first, int end)
    {
        var around = _state.Levels.GroupOf(level, first);
        return level <= failed || HasNobodyLeft(level, around)
            ? (around, _state.Levels.GroupOf(level, end - 1) + 1)
            : (0, 0);
    }
}
