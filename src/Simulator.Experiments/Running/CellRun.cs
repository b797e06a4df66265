using Simulator.Analysis.Estimates;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Running;

/// <summary>The replications of one cell as they come in, and how many more it wants.</summary>
internal sealed class CellRun
{
    private readonly StoppingRule _rule;
    private readonly int? _fixedCount;
    private readonly List<ReplicationResult?> _results = [];
    private int _missing;

    public CellRun(Cell cell, CellPlan plan, StudyOptions options)
    {
        (Cell, Plan, _fixedCount) = (cell, plan, options.Replications);
        var goals = cell.Scenario.Goals;
        _rule = new StoppingRule
        {
            RelativeError = goals.Precision,
            Confidence = goals.Confidence,
            Cap = options.MostReplications,
        };
    }

    public Cell Cell { get; }

    public CellPlan Plan { get; }

    public bool IsDone { get; private set; }

    /// <summary>How many replications a unit holds: few of large cells, so that an interruption loses little.</summary>
    public int UnitSize => Math.Clamp(100_000 / Cell.Nodes, 1, 30);

    public IReadOnlyList<ReplicationResult> Results => [.. _results.OfType<ReplicationResult>()];

    /// <summary>The next look: units of replications to be run before it; none where the cell has enough.</summary>
    public IReadOnlyList<WorkUnit> NextUnits()
    {
        var done = _results.Count;
        if (NextTarget(done) is not { } target)
        {
            IsDone = true;
            return [];
        }

        _missing = target - done;
        _results.AddRange(Enumerable.Repeat<ReplicationResult?>(null, _missing));
        var units = new List<WorkUnit>();
        for (var first = done; first < target; first += UnitSize)
        {
            units.Add(new WorkUnit(this, first, Math.Min(UnitSize, target - first)));
        }

        return units;
    }

    /// <summary>Takes in a finished unit; true when it was the last before the look.</summary>
    public bool Take(WorkUnit unit, IReadOnlyList<ReplicationResult> results)
    {
        for (var index = 0; index < unit.Count; index++)
        {
            _results[unit.First + index] = results[index];
        }

        _missing -= unit.Count;
        return _missing == 0;
    }

    private int? NextTarget(int done)
    {
        if (_fixedCount is { } count)
        {
            return done < count ? count : null;
        }

        if (done > 0 && (IsPrecise() || Completed.Count == 0))
        {
            return null;
        }

        return _rule.NextLook(done);
    }

    /// <summary>T of the rollouts that were not stopped; where there is none, more replications are not asked for.</summary>
    private List<double> Completed => [.. CellFindings.Completed(Results).Select(result => result.Run.Makespan)];

    private bool IsPrecise() =>
        Completed is { Count: > 0 } makespans && _rule.IsMetBy(Estimate.FromReplications(makespans, _rule.Confidence));
}
