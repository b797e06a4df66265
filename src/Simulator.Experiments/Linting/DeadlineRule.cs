using Simulator.Cluster.Bounds;
using Simulator.Cluster.Strategies;

namespace Simulator.Experiments.Linting;

/// <summary>A deadline W that must fail: above k floor(W/S) nodes by the limit, above W/d by a service.</summary>
internal static class DeadlineRule
{
    public static IEnumerable<Finding> Find(LintScope scope)
    {
        if (scope.Scenario.Goals.Deadline is not { } deadline)
        {
            return [];
        }

        var place = scope.Root["goals"]!["deadline"]!;
        return scope.Times.Alone > deadline.Seconds
            ? [OfOne(scope, place, deadline.Seconds)]
            : OfPlaces(scope, place, deadline.Seconds).Concat(OfServices(scope, place, deadline.Seconds));
    }

    private static Finding OfOne(LintScope scope, Scenarios.Grammar.Checked place, double seconds)
    {
        var sentence =
            $"one node alone takes {LintWords.Time(scope.Times.Alone)} in the mean: a deadline of "
            + $"{LintWords.Time(seconds)} fails at every N";
        return LintScope.At(
            place,
            "deadline-fails",
            Severity.Warning,
            0,
            (sentence, $"a deadline above {LintWords.Time(scope.Times.Alone)}")
        );
    }

    private static IEnumerable<Finding> OfPlaces(LintScope scope, Scenarios.Grammar.Checked place, double seconds)
    {
        var turns = scope.Held > 0 ? scope.Turns(seconds) : double.PositiveInfinity;
        var most = scope.InFlight(scope.Largest);
        if (scope.Rollout.Admission == Admission.Schedule || scope.Largest <= most * turns)
        {
            yield break;
        }

        var isConstant =
            InFlight.Constant(scope.Model) is not null || scope.Rollout.Limit is { Cap: { } cap } && most == cap;
        var nodes = isConstant ? (long)(most * turns) : (long?)null;
        var where = nodes is { } known ? $"fails above N = {LintWords.Count(known)}" : "fails";
        var sentence =
            $"a deadline of {LintWords.Time(seconds)} {where}: {LintWords.Nodes(most)} at a time for S = "
            + $"{LintWords.Time(scope.Held)} each need {LintWords.Time(scope.Held * scope.Largest / most)} at N = {LintWords.Count(scope.Largest)}";
        var needed = (long)Math.Ceiling(scope.Largest / turns);
        yield return LintScope.At(
            place,
            "deadline-fails",
            Severity.Warning,
            nodes,
            (sentence, $"{LintWords.Nodes(needed)} at a time")
        );
    }

    private static IEnumerable<Finding> OfServices(LintScope scope, Scenarios.Grammar.Checked place, double seconds) =>
        from load in ServiceLoad.Of(scope.Model, scope.Times)
        let needed = load.SecondsPerNode * scope.Largest
        where needed > seconds
        let nodes = (long)(seconds / load.SecondsPerNode)
        let sentence = $"a deadline of {LintWords.Time(seconds)} fails above N = {LintWords.Count(nodes)}: "
            + $"'{load.Service.Name}' needs {LintWords.Time(load.SecondsPerNode)} a node, {LintWords.Time(needed)} for N = {LintWords.Count(scope.Largest)}"
        select LintScope.At(
            place,
            "deadline-fails",
            Severity.Warning,
            nodes,
            (sentence, ServiceRule.Capacity(load.Service, needed / seconds))
        );
}
