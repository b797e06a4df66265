using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>
/// Finds a step that needs more of a budget than is left while its own node still holds some for an earlier step: that
/// node would wait for itself.
/// </summary>
/// <param name="steps">The section as it was checked.</param>
/// <param name="specs">The specs that were made of it, in the same order.</param>
/// <param name="services">The services that could be read.</param>
/// <param name="issues">Takes what is found.</param>
internal sealed class HeldChecks(
    Checked steps,
    IReadOnlyList<StepSpec> specs,
    IReadOnlyList<ServiceSpec> services,
    IssueList issues
)
{
    /// <summary>Looks at every need of every step.</summary>
    /// <param name="graph">The order of the steps, without a cycle.</param>
    public void Run(StepGraph graph)
    {
        var holders = specs.Index().Where(step => step.Item.Needs.Any(need => need.Until is not null)).ToList();
        if (holders.Count == 0)
        {
            return;
        }

        foreach (var (index, spec) in specs.Index().Where(step => step.Item.Needs.Count > 0))
        {
            var before = graph.Ancestors(index);
            var earlier = holders.Where(holder => before[holder.Index]).ToList();
            foreach (var need in spec.Needs)
            {
                Check(
                    spec,
                    need,
                    [.. earlier.Where(holder => IsHeldAt(index, holder.Item, need, graph)).Select(step => step.Item)]
                );
            }
        }
    }

    /// <summary>Whether the earlier step gives the budget back at the end of this one, or of one after it.</summary>
    private static bool IsHeldAt(int index, StepSpec earlier, NeedSpec need, StepGraph graph)
    {
        var until = earlier.Needs.FirstOrDefault(held => Same(held.Service, need.Service))?.Until;
        var end = graph.IndexOf(until);
        return end == index || (end >= 0 && graph.Ancestors(end)[index]);
    }

    private void Check(StepSpec spec, NeedSpec need, IReadOnlyList<StepSpec> holders)
    {
        var budget = services.OfType<BudgetSpec>().FirstOrDefault(known => Same(known.Name, need.Service));
        var held = holders.Where(holder => Same(holder.Per, spec.Per)).ToList();
        if (budget is null || held.Count == 0 || need.Amount.Units > budget.Capacity.Units)
        {
            return;
        }

        var sum = held.Sum(holder =>
            (decimal)holder.Needs.First(other => Same(other.Service, need.Service)).Amount.Units
        );
        if (sum + need.Amount.Units > budget.Capacity.Units)
        {
            var at = steps.Fields[spec.Name]["needs"]!.Fields[need.Service];
            var amount = at.IsMap ? at["amount"]! : at;
            var names = Suggestion.List(held.Select(holder => $"'{holder.Name}'"), "and");
            var found = $"{amount.Path} is {IssueList.Quote(amount.Text)}";
            var expected =
                $"with what the same {spec.Per} still holds for {names} it exceeds budget '{budget.Name}', so that it waits for itself";
            issues.Add(
                amount.Span,
                amount.Path,
                found,
                expected,
                "Raise the capacity, need less, or end 'until' earlier."
            );
        }
    }

    private static bool Same(string left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
