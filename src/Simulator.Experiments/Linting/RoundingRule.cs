using Simulator.Cluster.Strategies;

namespace Simulator.Experiments.Linting;

/// <summary>A share that rounds to nothing in a small cluster: there its floor is what counts.</summary>
internal static class RoundingRule
{
    public static IEnumerable<Finding> Find(LintScope scope)
    {
        if (
            scope.Held <= 0
            || scope.Rollout.Limit is not { MaxUnavailable: { Kind: QuotaKind.Share, Value: > 0 } quota } limit
        )
        {
            yield break;
        }

        var nodes = (LintScope.FirstSize(nodes => quota.At(nodes, limit.Rounding) > 0) ?? 1) - 1;
        if (nodes < scope.Smallest || nodes < 2)
        {
            yield break;
        }

        var admitted = LintWords.Nodes(limit.At(scope.Smallest));
        var sentence =
            $"{LintWords.Share(quota.Value)} rounds to 0 up to N = {LintWords.Count(nodes)}; "
            + $"at N = {LintWords.Count(scope.Smallest)} the floor admits {admitted} at a time";
        var needed = LintWords.ShareFor(scope.Smallest);
        yield return LintScope.At(
            scope.LimitPlace,
            "share-rounds-to-zero",
            Severity.Note,
            nodes,
            (sentence, limit.At(scope.Smallest) == scope.Smallest ? "" : $"{needed} or more, or a floor of 2")
        );
    }
}
