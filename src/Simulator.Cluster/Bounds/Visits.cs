using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Bounds;

/// <summary>Who visits which service for how long, when nobody is in the way: from a solo run.</summary>
internal sealed class Visits
{
    private readonly RunRecord _solo;
    private readonly IReadOnlyList<StepSpec> _specs;
    private readonly Dictionary<string, PlanStep> _steps;

    public Visits(RunRecord solo)
    {
        _solo = solo;
        _specs = solo.Plan.Model.Update.Steps;
        _steps = solo.Plan.Steps.Where(step => step.IsDeclared).ToDictionary(step => step.Name, StringComparer.Ordinal);
        IsChain = _specs.All(spec => spec.After is null);
    }

    public bool IsChain { get; }

    /// <summary>The greatest over the copies of a service of head + time that the load takes + tail; null where unvisited.</summary>
    public long? Greatest(ServiceSpec service, Func<Int128, Int128> timeOf)
    {
        var levels = _solo.Plan.Levels;
        var level = levels.IndexOf(service.Per);
        var loads = new Int128[levels.GroupsOf(level)];
        var heads = Enumerable.Repeat(long.MaxValue, loads.Length).ToArray();
        var tails = Enumerable.Repeat(long.MaxValue, loads.Length).ToArray();
        foreach (var visit in _specs.SelectMany(spec => Visit.Of(spec, service, name => _steps[name])))
        {
            var (last, column) =
                service is TokenBucketSpec
                    ? (visit.Step, visit.Step.StartColumn)
                    : (visit.Until, visit.Until.EndColumn);
            var hasTail = IsAloneAfter(last);
            for (var group = 0; group < levels.GroupsOf(visit.Step.Level); group++)
            {
                var copy = levels.GroupOf(level, levels.FirstNode(visit.Step.Level, group));
                var start = Cell(visit.Step, group, visit.Step.StartColumn);
                if (start < 0 || Cell(visit.Until, group, visit.Until.EndColumn) < 0)
                {
                    continue; // given up: its nodes have failed
                }

                var span = visit.Held == 0 ? 0 : Cell(visit.Until, group, visit.Until.EndColumn) - start;
                loads[copy] += ((Int128)visit.Held * span) + visit.Spent;
                heads[copy] = Math.Min(heads[copy], start);
                tails[copy] = Math.Min(tails[copy], hasTail ? Tail(last, group, column) : 0);
            }
        }

        long? greatest = null;
        for (var copy = 0; copy < loads.Length; copy++)
        {
            if (loads[copy] > 0)
            {
                var edges = IsChain ? heads[copy] + tails[copy] : 0;
                greatest = Math.Max(greatest ?? 0, (long)timeOf(loads[copy]) + edges);
            }
        }

        return greatest;
    }

    /// <summary>Node-time (unit-time) that places are held, over the places, with head and tail; null where not plain.</summary>
    public long? OfPlaces(string unitName, int places, bool isByUnits)
    {
        var levels = _solo.Plan.Levels;
        var unit = levels.IndexOf(unitName);
        var specs = _specs.ToList();
        var first = specs.FindIndex(spec => !spec.InService && levels.IndexOf(spec.Per) <= unit);
        var last = specs.FindLastIndex(spec => levels.IndexOf(spec.Per) <= unit);
        if (first < 0)
        {
            return null;
        }

        var held = specs.Skip(first).Take(last - first + 1).ToList();
        var isPlain = held.TrueForAll(spec => levels.IndexOf(spec.Per) <= (first == 0 ? unit : 0));
        if (!isPlain || (first > 0 && unit > 0))
        {
            return null;
        }

        var hasTail = IsAloneAfter(_steps[specs[last].Name]);

        var (from, to) = (_steps[specs[first].Name], _steps[specs[last].Name]);
        var (load, head, tail) = ((Int128)0, long.MaxValue, long.MaxValue);
        for (var group = 0; group < levels.GroupsOf(unit); group++)
        {
            var (begin, end, verified) = (long.MaxValue, 0L, long.MaxValue);
            for (var node = levels.FirstNode(unit, group); node < levels.EndNode(unit, group); node++)
            {
                verified = Math.Min(verified, _solo.EndOf(node).Nanoseconds);
                if (_solo.OutcomeOf(node) == Outcome.Verified)
                {
                    begin = Math.Min(begin, Cell(from, levels.GroupOf(from.Level, node), from.StartColumn));
                    end = Math.Max(end, Cell(to, levels.GroupOf(to.Level, node), to.EndColumn));
                }
            }

            if (begin > end)
            {
                continue; // nobody of the unit got through
            }

            head = Math.Min(head, begin);
            tail = Math.Min(tail, hasTail ? Math.Max(0, verified - end) : 0);
            load +=
                (Int128)(end - begin) * (isByUnits ? 1 : levels.EndNode(unit, group) - levels.FirstNode(unit, group));
        }

        return load == 0 ? null : (long)(load / places) + head + tail;
    }

    /// <summary>Whether a node does nothing after a step but its own steps: then nobody else delays its verification.</summary>
    private bool IsAloneAfter(PlanStep step) =>
        _solo.Plan.Steps.Where(other => other.IsDeclared && other.Index > step.Index).All(other => other.Level == 0);

    private long Cell(PlanStep step, int group, int column) => _solo.Cell(step.Level, group, column);

    /// <summary>The least time from an instant of a step to the verification of a node of the group.</summary>
    private long Tail(PlanStep step, int group, int column)
    {
        var levels = _solo.Plan.Levels;
        var least = long.MaxValue;
        for (var node = levels.FirstNode(step.Level, group); node < levels.EndNode(step.Level, group); node++)
        {
            least = Math.Min(least, _solo.EndOf(node).Nanoseconds);
        }

        return least - Cell(step, group, column);
    }
}
