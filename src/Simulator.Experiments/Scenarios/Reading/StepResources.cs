using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Reads what a step wants of services.</summary>
/// <param name="issues">Takes what is found.</param>
/// <param name="services">The services.</param>
internal sealed class StepResources(IssueList issues, ServiceIndex services)
{
    /// <summary>Reads <c>transfer</c> and <c>from</c>, which need each other.</summary>
    public TransferSpec? ReadTransfer(Checked step, int level)
    {
        var (transfer, from) = (step["transfer"], step["from"]);
        if (step.Holds("transfer") != step.Holds("from"))
        {
            var (there, missing, cure) = step.Holds("transfer")
                ? (
                    "transfer",
                    "the link to fetch it over is needed",
                    "Write 'from:' with the name of a link beside it."
                )
                : ("from", "what is fetched is needed", "Write 'transfer: 1 GB' beside it.");
            var at = step.Fields[there];
            issues.Add(at.Key, at.Path, $"{at.Path} stands alone", missing, cure);
        }

        if (from is not null)
        {
            services.Find<LinkSpec>(from.Text, (from.Span, from.Path), level);
        }

        return transfer is null || from is null ? null : new TransferSpec((DataSize)transfer.Value!, from.Text);
    }

    /// <summary>Reads <c>uses</c>: a name, a list, or a map with priorities.</summary>
    public IReadOnlyList<UseSpec> ReadUses(Checked? uses, int level)
    {
        var (found, working) = (new List<UseSpec>(), 0);
        foreach (var (name, entry) in Entries(uses))
        {
            var at = uses!.IsMap ? entry.Key : entry.Span;
            var station = services.Find<StationSpec>(name, (at, uses.Path), level);
            if (found.Exists(use => string.Equals(use.Service, name, StringComparison.Ordinal)))
            {
                issues.AddName(at, entry.Path, $"{uses.Path} names '{name}' twice", "Remove one of the two.");
            }

            working += station is { DoesWork: true } ? 1 : 0;
            if (station is { DoesWork: true } && working == 2)
            {
                const string Expected = "a step brings its work to one station that does it, not to two";
                const string Cure = "Make two steps of it, or a plain station of one of the two.";
                issues.Add(at, entry.Path, $"{uses.Path} names '{name}' too", Expected, Cure);
            }

            found.Add(new UseSpec(name, (int)entry.Get("priority", 0L)));
        }

        return found;
    }

    /// <summary>Reads <c>calls</c>; no step can make more calls at once than a bucket holds.</summary>
    public IReadOnlyList<CallSpec> ReadCalls(Checked? calls, int level)
    {
        var found = new List<CallSpec>();
        foreach (var (name, count) in calls?.Fields ?? [])
        {
            var bucket = services.Find<TokenBucketSpec>(name, (count.Key, calls!.Path), level);
            if (count.IsBroken)
            {
                continue;
            }

            var wanted = (long)count.Value!;
            if (bucket is not null && wanted > bucket.Burst)
            {
                var burst = services.PartOf(name, "token-bucket", "burst")!;
                var what = $"the bucket never holds more than {bucket.Burst} tokens";
                var cure = $"Write '{bucket.Burst}' or less, or raise the burst to {wanted}.";
                issues.AddPair(count.Span, burst.Span, count.Path, ($"{count.Path} is '{count.Text}'", what, cure));
            }

            found.Add(new CallSpec(name, wanted));
        }

        return found;
    }

    /// <summary>Reads <c>needs</c>; no step can hold more than a budget has.</summary>
    public IReadOnlyList<NeedSpec> ReadNeeds(Checked? needs, int level)
    {
        var found = new List<NeedSpec>();
        foreach (var (name, need) in needs?.Fields ?? [])
        {
            var budget = services.Find<BudgetSpec>(name, (need.Key, needs!.Path), level);
            var amount = need.IsMap ? need["amount"] : need;
            if (need.IsBroken || amount?.Value is not Amount wanted)
            {
                continue;
            }

            if (budget is not null && services.PartOf(name, "budget", "capacity") is { } capacity)
            {
                CheckNeed(amount, wanted, budget, capacity);
            }

            found.Add(new NeedSpec(name, wanted, need["until"]?.Text));
        }

        return found;
    }

    private void CheckNeed(Checked amount, Amount wanted, BudgetSpec budget, Checked capacity)
    {
        var found = $"{amount.Path} is '{amount.Text}'";
        if (wanted.Dimension != budget.Capacity.Dimension)
        {
            var needed = budget.Capacity.Dimension == Dimension.Power ? "a power such as '8 kW'" : "a bare number";
            var cure = "Give both the same unit.";
            issues.AddPair(amount.Span, capacity.Span, amount.Path, (found, $"{needed} is needed", cure));
        }
        else if (wanted.Units > budget.Capacity.Units)
        {
            var what = $"a step cannot need more than budget '{budget.Name}' holds, {capacity.Text}";
            var cure = $"Write '{capacity.Text}' or less, or raise the capacity to {amount.Text}.";
            issues.AddPair(amount.Span, capacity.Span, amount.Path, (found, what, cure));
        }
    }

    private static IEnumerable<(string Name, Checked Entry)> Entries(Checked? uses)
    {
        if (uses is null)
        {
            return [];
        }

        return uses.Value is string one ? [(one, uses)]
            : uses.IsMap ? uses.Fields.Select(entry => (entry.Key, entry.Value))
            : uses.Items.Where(item => !item.IsBroken).Select(item => (item.Text, item));
    }
}
