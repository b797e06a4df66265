namespace Simulator.Experiments.Imports.Kinds;

/// <summary>Disruption budgets of Karpenter's NodePools, as far as they limit drift.</summary>
internal static class KarpenterPools
{
    private const string Reason = "Drifted";

    /// <summary>A NodePool: of the budgets that always hold and concern drift, the most restrictive.</summary>
    public static void NodePool(Entry document, ImportContext context)
    {
        var spec = document["spec"];
        var draft = context.Begin("karpenter-drift", KubernetesObject.Subject(document), document);
        TakeBudgets(draft, spec?["disruption.budgets"], [.. spec?.List("disruption.budgets") ?? []]);
        const string Expires = "nodes that expire are replaced without asking the budgets; here all drift at t = 0";
        draft.DropAll(
            spec,
            ("limits", "they may hold back replacements, which come first; here nothing does"),
            ("disruption.expireAfter", Expires),
            ("template.spec.expireAfter", Expires),
            ("template.spec.terminationGracePeriod", "it is the time-out of a node's drain: give it to the step")
        );
        if (spec?["disruption.consolidationPolicy"] is { } policy)
        {
            draft.Note(policy, "consolidation takes nodes from the same budget; here nothing else does");
        }
    }

    private static void TakeBudgets(StrategyDraft draft, Entry? list, IReadOnlyList<Entry> budgets)
    {
        var always = new List<Entry>();
        foreach (var budget in budgets)
        {
            budget.CheckKeys("nodes", "schedule", "duration", "reasons");
            var reasons = budget.List("reasons").ToList();
            if (reasons.Count > 0 && !reasons.Exists(reason => reason.Text == Reason))
            {
                continue;
            }

            if (budget["schedule"] is { } schedule)
            {
                var nodes = budget["nodes"]?.Text ?? "10%";
                draft.Note(schedule, $"hours of budgets are not modelled; there it allows {nodes} nodes");
            }
            else
            {
                Add(always, budget);
            }
        }

        if (always.Count == 0 && list is not null)
        {
            draft.Take("nodes", list, "100%", "no budget holds at all times, so nothing limits");
        }
        else if (always.Count > 0)
        {
            TakeLeast(draft, always);
        }
    }

    private static void Add(List<Entry> always, Entry budget)
    {
        if (budget["nodes"] is { } nodes)
        {
            always.Add(nodes);
        }
        else
        {
            budget.Refuse("'nodes' is needed in a budget", "Write 'nodes: 10%'.");
        }
    }

    /// <summary>The least of counts or of shares; which of a count and a share is less depends on N.</summary>
    private static void TakeLeast(StrategyDraft draft, IReadOnlyList<Entry> always)
    {
        var counts = always.Where(nodes => !nodes.Text.EndsWith('%')).OrderBy(Number).ToList();
        var shares = always.Where(nodes => nodes.Text.EndsWith('%')).OrderBy(Number).ToList();
        if (counts.Count > 0 && shares.Count > 0)
        {
            var lines = $"{counts[0].Text} (line {counts[0].At.Line}) or {shares[0].Text} (line {shares[0].At.Line})";
            draft.Need("nodes", $"which of the budgets {lines} is less depends on N");
            return;
        }

        draft.Take("nodes", counts.Concat(shares).First());
    }

    /// <summary>The number for sorting; what is none comes first, so that it is complained of.</summary>
    private static decimal Number(Entry nodes) =>
        decimal.TryParse(nodes.Text.TrimEnd('%'), out var number) ? number : decimal.MinValue;
}
