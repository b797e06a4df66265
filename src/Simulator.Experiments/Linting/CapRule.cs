using Simulator.Cluster.Strategies;

namespace Simulator.Experiments.Linting;

/// <summary>
/// A share p of N, capped at C: it grows up to N* = floor(C/p), and with equal waves time grows from ceil(1/p) C on.
/// </summary>
internal static class CapRule
{
    public static IEnumerable<Finding> Find(LintScope scope)
    {
        if (scope.Rollout.Limit is not { Share: > 0, Cap: { } cap } limit || scope.Held <= 0)
        {
            yield break;
        }

        var place = scope.Root["rollout"]?["limit"]?["cap"] ?? scope.LimitPlace;
        var share = limit.Share;
        var count = Count(limit.MaxUnavailable) + Count(limit.Surge ?? default);
        var isHidden = (limit with { Cap = null }).At(cap) >= cap;
        var nstar = (long)decimal.Floor(Math.Max(0, cap - count) / share);
        var severity = scope.Largest > nstar ? Severity.Warning : Severity.Note;
        if (isHidden)
        {
            var hidden =
                $"{LintWords.Share(share)} never counts: the cap admits {LintWords.Nodes(cap)} at every N, "
                + $"so that T = N x S{Per(cap)}, S = {LintWords.Time(scope.Held)}";
            yield return LintScope.At(place, "hidden-limit", severity, cap, (hidden, Fix(scope, share)));
            yield break;
        }

        var from = LintScope.FirstSize(nodes => (limit with { Cap = null }).At(nodes) > cap);
        var waves = (long)decimal.Ceiling(1 / share);
        var growth = count == 0 ? $"; more than {waves} waves above N = {LintWords.Count(waves * cap)}" : "";
        var sentence =
            $"{LintWords.Share(share)} is capped at {LintWords.Nodes(cap)}: N* = {LintWords.Count(nstar)}"
            + (from is null ? "" : $", rounded it differs from N = {LintWords.Count(from.Value)} on")
            + growth
            + $", T is linear in N there, {LintWords.Time(scope.Held / cap)} a node";
        yield return LintScope.At(place, "hidden-cap", severity, nstar, (sentence, Fix(scope, share)));
    }

    private static string Per(int cap) => cap == 1 ? "" : $" / {LintWords.Count(cap)}";

    /// <summary>A tool's cap is its own: only more groups side by side get around it.</summary>
    private static string Fix(LintScope scope, decimal share)
    {
        var cap = scope.Rollout.Limit!.Cap!.Value;
        var needed = (long)decimal.Ceiling(share * scope.Largest);
        if (!scope.HasPreset)
        {
            return scope.Largest * share > cap ? $"cap: {needed}" : "";
        }

        var whole = (long)decimal.Ceiling(1 / share) * cap;
        var groups = ((scope.Largest - 1) / whole) + 1;
        return groups > 1
            ? $"{LintWords.Count(groups)} groups side by side, of at most {LintWords.Nodes(whole)} each"
            : "";
    }

    private static decimal Count(Quota quota) => quota.Kind == QuotaKind.Share ? 0 : quota.Value;
}
