using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Checks what steps have to do with each other: order, holding until, identity.</summary>
/// <param name="steps">The section as it was checked.</param>
/// <param name="specs">The specs that were made of it, in the same order.</param>
/// <param name="services">The services that could be read.</param>
/// <param name="issues">Takes what is found.</param>
internal sealed class StepChecks(
    Checked steps,
    IReadOnlyList<StepSpec> specs,
    IReadOnlyList<ServiceSpec> services,
    IssueList issues
)
{
    private readonly List<string> _names = [.. steps.Fields.Keys];

    /// <summary>Finds all there is to find.</summary>
    public void Run()
    {
        var isKnown = true;
        foreach (var spec in specs)
        {
            isKnown &= CheckAfter(spec);
        }

        CheckIdentity();
        var graph = new StepGraph(specs);
        var cycle = graph.Cycle();
        if (cycle.Count > 1)
        {
            ReportCycle(cycle);
        }
        else if (cycle.Count == 0 && isKnown)
        {
            foreach (var spec in specs)
            {
                CheckUntil(spec, graph);
            }

            new HeldChecks(steps, specs, services, issues).Run(graph);
        }
    }

    private bool CheckAfter(StepSpec spec)
    {
        var step = steps.Fields[spec.Name];
        if (step["after"] is not { } after)
        {
            return !step.Holds("after");
        }

        var isKnown = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in after.Value is null ? after.Items.Where(item => !item.IsBroken) : [after])
        {
            var name = reference.Text;
            if (string.Equals(name, spec.Name, StringComparison.Ordinal))
            {
                isKnown = false;
                issues.AddName(reference.Span, after.Path, $"{after.Path} names the step itself", "Remove it.");
            }
            else if (!_names.Contains(name, StringComparer.Ordinal))
            {
                isKnown = false;
                var cure = Suggestion.Sentence(name, _names, "Steps here");
                issues.AddName(
                    reference.Span,
                    after.Path,
                    $"{after.Path} names {IssueList.Quote(name)}, which is no step here",
                    cure
                );
            }
            else if (!seen.Add(name))
            {
                issues.AddName(
                    reference.Span,
                    after.Path,
                    $"{after.Path} names '{name}' twice",
                    "Remove one of the two."
                );
            }
        }

        return isKnown;
    }

    private void CheckIdentity()
    {
        foreach (var group in _names.GroupBy(Fnv1a.Hash32).Where(group => group.Count() > 1))
        {
            var pair = group.ToArray();
            var at = steps.Fields[pair[1]];
            var found = $"steps '{pair[0]}' and '{pair[1]}' would draw the same random numbers";
            issues.AddName(
                at.Key,
                at.Path,
                found,
                $"Their names have one FNV-1a hash, {group.Key:x8}; rename one of the two."
            );
        }
    }

    private void ReportCycle(IReadOnlyList<int> cycle)
    {
        var first = cycle.Min();
        var start = cycle.ToList().IndexOf(first);
        var names = Enumerable.Range(0, cycle.Count + 1).Select(step => _names[cycle[(start + step) % cycle.Count]]);
        var at = steps.Fields[_names[first]];
        var key = at["after"] ?? at;
        var found = $"step '{_names[first]}' waits for itself: {string.Join(" after ", names)}";
        issues.Add(
            key.Key,
            key.Path,
            found,
            "the order of steps cannot go round in a circle",
            "Remove one of these 'after'."
        );
    }

    private void CheckUntil(StepSpec spec, StepGraph graph)
    {
        foreach (var need in spec.Needs.Where(need => need.Until is not null))
        {
            var until = steps.Fields[spec.Name]["needs"]!.Fields[need.Service]["until"]!;
            var found = $"{until.Path} names {IssueList.Quote(until.Text)}";
            var index = _names.IndexOf(need.Until!);
            if (index < 0)
            {
                var cure = Suggestion.Sentence(until.Text, _names, "Steps here");
                issues.AddName(until.Span, until.Path, found + ", which is no step here", cure);
            }
            else if (!string.Equals(specs[index].Per, spec.Per, StringComparison.Ordinal))
            {
                var expected = $"that step is done per {specs[index].Per}, this one per {spec.Per}";
                issues.Add(until.Span, until.Path, found, expected, $"Name a later step per {spec.Per}.");
            }
            else if (index != _names.IndexOf(spec.Name) && !graph.Ancestors(index)[_names.IndexOf(spec.Name)])
            {
                var expected = $"that step does not come after '{spec.Name}'";
                issues.Add(until.Span, until.Path, found, expected, "Name a later step, or leave 'until' out.");
            }
        }
    }
}
