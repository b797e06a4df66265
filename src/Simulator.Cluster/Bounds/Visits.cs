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
    private readonly Spans _spans;
    private readonly bool _hasEdges;

    /// <summary>Reads a solo run.</summary>
    /// <param name="solo">The run.</param>
    /// <param name="spans">Its times.</param>
    /// <param name="hasEdges">Whether the time before and after a visit counts.</param>
    public Visits(RunRecord solo, Spans spans, bool hasEdges)
    {
        (_solo, _spans, _hasEdges) = (solo, spans, hasEdges);
        _specs = solo.Plan.Model.Update.Steps;
        _steps = solo.Plan.Steps.Where(step => step.IsDeclared).ToDictionary(step => step.Name, StringComparer.Ordinal);
    }

    /// <summary>The greatest over the copies of a service of head + time that the load takes + tail; null where unvisited.</summary>
    public long? Greatest(ServiceSpec service, Func<Int128, Int128> timeOf)
    {
        var levels = _solo.Plan.Levels;
        var level = levels.IndexOf(service.Per);
        var loads = new Int128[levels.GroupsOf(level)];
        var heads = Enumerable.Repeat(long.MaxValue, loads.Length).ToArray();
        var tails = Enumerable.Repeat(long.MaxValue, loads.Length).ToArray();
        foreach (
            var visit in _specs.SelectMany(spec => Visit.Of(spec, service, _solo.Plan.Model, name => _steps[name]))
        )
        {
            var isCall = service is TokenBucketSpec;
            var hasTail = _hasEdges && IsAloneAfter(isCall ? visit.Step : visit.Until);
            for (var group = 0; group < levels.GroupsOf(visit.Step.Level); group++)
            {
                var (step, until) = (visit.Step, visit.Until);
                var copy = levels.GroupOf(level, levels.FirstNode(step.Level, group));
                if (_spans.Cell(step, group, step.EndColumn) < 0 || _spans.Cell(until, group, until.EndColumn) < 0)
                {
                    continue; // given up: its nodes have failed
                }

                var start = _spans.Cell(step, group, step.StartColumn);
                var own = isCall ? _spans.OfLastAttempt(step, group) : 0;
                loads[copy] += ((Int128)visit.Held * HeldSpan(visit, group)) + visit.Spent;
                heads[copy] = Math.Min(heads[copy], isCall ? _spans.AskedAt(step, group) : start);
                tails[copy] = Math.Min(tails[copy], hasTail ? own + _spans.After(isCall ? step : until, group) : 0);
            }
        }

        long? greatest = null;
        for (var copy = 0; copy < loads.Length; copy++)
        {
            if (loads[copy] > 0)
            {
                var edges = _hasEdges ? heads[copy] + tails[copy] : 0;
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

        var (from, to) = (_steps[specs[first].Name], _steps[specs[last].Name]);
        var hasTail = _hasEdges && IsAloneAfter(to);
        var (load, head, tail) = ((Int128)0, long.MaxValue, long.MaxValue);
        for (var group = 0; group < levels.GroupsOf(unit); group++)
        {
            var (begin, span, after) = (long.MaxValue, 0L, long.MaxValue);
            for (var node = levels.FirstNode(unit, group); node < levels.EndNode(unit, group); node++)
            {
                if (_solo.OutcomeOf(node) == Outcome.Verified)
                {
                    begin = Math.Min(begin, _spans.AskedAt(from, levels.GroupOf(from.Level, node)));
                    span = Math.Max(span, _spans.Between(from.Index, to.Index, node, 0));
                    after = Math.Min(after, hasTail ? _spans.Between(to.Index + 1, int.MaxValue, node, 0) : 0);
                }
            }

            if (begin == long.MaxValue)
            {
                continue; // nobody of the unit got through
            }

            head = Math.Min(head, _hasEdges ? begin : 0);
            tail = Math.Min(tail, after);
            load += (Int128)span * (isByUnits ? 1 : levels.EndNode(unit, group) - levels.FirstNode(unit, group));
        }

        return load == 0 ? null : (long)(load / places) + head + tail;
    }

    /// <summary>Whether a node does nothing after a step but its own steps: then nobody else delays its verification.</summary>
    private bool IsAloneAfter(PlanStep step) =>
        _solo.Plan.Steps.Where(other => other.IsDeclared && other.Index > step.Index).All(other => other.Level == 0);

    /// <summary>Work from begin to end of a visit, of the steps in between that its group surely waits for.</summary>
    private long HeldSpan(in Visit visit, int group)
    {
        var (step, until) = (visit.Step, visit.Until);
        var own = _spans.OfLastAttempt(step, group);
        if (step == until)
        {
            return Math.Max(0, own - visit.Elsewhere);
        }

        return _spans.IsChain
            ? own
                + _spans.Between(
                    step.Index + 1,
                    until.Index,
                    _solo.Plan.Levels.FirstNode(step.Level, group),
                    step.Level
                )
            : own + _spans.OfLastAttempt(until, group);
    }
}
