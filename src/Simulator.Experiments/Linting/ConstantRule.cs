using Simulator.Cluster.Bounds;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;

namespace Simulator.Experiments.Linting;

/// <summary>A limit that does not grow with N makes T = N S / k: linear, whatever else is cured.</summary>
internal static class ConstantRule
{
    private const double UsualWaves = 10;

    public static IEnumerable<Finding> Find(LintScope scope) => Limit(scope).Concat(Passes(scope)).Concat(Tick(scope));

    private static IEnumerable<Finding> Limit(LintScope scope)
    {
        if (
            scope.Held <= 0
            || scope.Rollout.Admission == Admission.Schedule
            || InFlight.Constant(scope.Model) is not { } most
        )
        {
            yield break;
        }

        var severity = scope.Largest > most ? Severity.Warning : Severity.Note;
        var law = most == 1 ? "T = N x S" : $"T = ceil(N/{LintWords.Count(most)}) x S";
        var time = Math.Ceiling((double)scope.Largest / most) * scope.Held;
        var mean = scope.Times.IsConstant ? "" : " in the mean";
        var sentence =
            $"{LintWords.Nodes(most)} at a time, whatever N: {law}, S = {LintWords.Time(scope.Held)}{mean}; "
            + $"N = {LintWords.Count(scope.Largest)} takes {LintWords.Time(time)}";
        var waves = scope.Scenario.Goals.Deadline is { } deadline ? scope.Turns(deadline.Seconds) : UsualWaves;
        waves = waves < 1 ? UsualWaves : Math.Floor(waves);
        var share = LintWords.ShareFor(waves);
        var key = scope.HasPreset || scope.Rollout.HasWaves ? "" : "max-unavailable: ";
        var fix = $"{key}{share}, for {LintWords.Count((long)waves)} times S at every N";
        yield return LintScope.At(scope.LimitPlace, "constant-limit", severity, most, (sentence, fix));
    }

    /// <summary>A controller that admits some units a pass is a rate limit, whatever its budget.</summary>
    private static IEnumerable<Finding> Passes(LintScope scope)
    {
        if (scope.Rollout.Tick is not { Most: { } most } tick)
        {
            yield break;
        }

        var levels = new Levels(scope.Model.Cluster);
        var nodes = (long)most * levels.NodesPerGroup(levels.IndexOf(scope.Rollout.Unit));
        var needed = (((scope.Largest - 1L) / nodes) * tick.Period.Seconds) + scope.Held;
        var sentence =
            $"a pass every {LintWords.Time(tick.Period.Seconds)} admits {LintWords.Nodes(nodes)}: T is linear in N whatever "
            + $"the limit; N = {LintWords.Count(scope.Largest)} takes at least {LintWords.Time(needed)}";
        var knee = (long)(scope.Held / tick.Period.Seconds * nodes);
        var severity = scope.Largest > knee ? Severity.Warning : Severity.Note;
        var passes = Math.Max(1, Math.Floor(scope.Held / tick.Period.Seconds));
        var fix = $"{LintWords.Count((long)Math.Ceiling(scope.Largest / passes))} a pass, to admit all within S";
        yield return LintScope.At(
            scope.Root["rollout"]!["tick"]?["most"] ?? scope.LimitPlace,
            "pass-rate",
            severity,
            Math.Max(nodes, knee),
            (sentence, severity == Severity.Warning ? fix : "")
        );
    }

    /// <summary>Each node looks for itself: below about P k / S nodes, the lock lies free longer than it is held.</summary>
    private static IEnumerable<Finding> Tick(LintScope scope)
    {
        if (scope.Rollout is not { Admission: Admission.Lock, Tick: { } tick } || scope.Held >= tick.Period.Seconds)
        {
            yield break;
        }

        var knee = (long)(tick.Period.Seconds * scope.InFlight(scope.Largest) / scope.Held);
        var sentence =
            $"each node looks every {LintWords.Time(tick.Period.Seconds)} for a place that is held for "
            + $"{LintWords.Time(scope.Held)}: up to about N = {LintWords.Count(knee)} waiting for a look takes longer than the update";
        var severity = scope.Smallest <= knee ? Severity.Warning : Severity.Note;
        yield return LintScope.At(
            scope.Root["rollout"]!["tick"] ?? scope.LimitPlace,
            "polled-lock",
            severity,
            null,
            (sentence, $"a period of {LintWords.Time(scope.Held)} or less")
        );
    }
}
