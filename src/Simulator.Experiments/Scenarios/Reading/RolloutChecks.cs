using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Finds keys of a rollout that are missing for its admission, or that would never be used.</summary>
/// <param name="rollout">The section as it was checked.</param>
/// <param name="issues">Takes what is found.</param>
internal sealed class RolloutChecks(Checked rollout, IssueList issues)
{
    private string Word => rollout.Get("admission", "window");

    /// <summary>Looks at a rollout in its own words.</summary>
    public void Own(Admission admission)
    {
        var hasWaves = admission is Admission.Waves or Admission.Schedule;
        var hasTicks = admission is Admission.Lock or Admission.Controller;
        Need(
            hasWaves && !rollout.Holds("by"),
            "waves",
            "their sizes are needed",
            "Write 'waves: [1, 10, 25 %]' beside it."
        );
        const string Limit = "Write 'limit: { max-unavailable: 5 % }' beside it.";
        Need(admission == Admission.Batch, "limit", "the size of a batch is needed", Limit);
        Need(admission == Admission.Lock, "limit", "the places of the lock are needed", Limit);
        Need(hasTicks, "tick", "it is needed when it looks", "Write 'tick: { period: 60 s }' beside it.");
        Need(
            admission == Admission.Schedule,
            "every",
            "the time between waves is needed",
            "Write 'every: 6 min' beside it."
        );
        if (rollout["admission"] is null)
        {
            return;
        }

        var barrier = $"a {Word} has no batches to pause between";
        const string Batch = "Write 'admission: batch' or leave it out.";
        Unused("waves", hasWaves, $"admission is '{Word}'", "Write 'admission: waves' or leave it out.");
        Unused("by", hasWaves, $"admission is '{Word}'", "Write 'admission: waves' or leave it out.");
        Unused("waves", !rollout.Holds("by"), "'by' makes a wave of each group", "Leave one of the two out.");
        Unused("growth", hasWaves, $"admission is '{Word}'", "Write 'admission: waves' or leave it out.");
        Unused(
            "every",
            admission == Admission.Schedule,
            $"admission is '{Word}'",
            "Write 'admission: schedule' or leave it out."
        );
        Unused("tick", hasTicks, $"admission is '{Word}'", "Write 'admission: controller' or leave it out.");
        var hasBarrier = admission is Admission.Batch or Admission.Waves;
        foreach (var gate in new[] { "bake", "probe", "approval" })
        {
            Unused(gate, hasBarrier, barrier, Batch);
        }

        Lock(admission);
        PerBatch(hasWaves || hasBarrier);
    }

    /// <summary>A preset decides all but the unit and the time of a surge node.</summary>
    public void Preset(string id)
    {
        foreach (var (key, field) in rollout.Fields)
        {
            if (!field.IsDefault && key is not ("preset" or "unit" or "provision"))
            {
                Unused(field, $"the preset '{id}' decides", "Leave it out, or leave the preset out.");
            }
        }
    }

    /// <summary>Only surge nodes are provisioned.</summary>
    public void Provision(RolloutSpec spec)
    {
        if (spec.Limit?.Surge is null or { Value: 0 } && rollout["provision"] is { } provision)
        {
            Unused(provision, "no node is added", "Write 'surge: 1' in the limit, or leave it out.");
        }
    }

    private void Lock(Admission admission)
    {
        if (admission != Admission.Lock)
        {
            return;
        }

        Unused("order", false, "units of a lock come by their own ticks", "Leave it out.");
        if (rollout["limit"]?["domain"] is { } domain)
        {
            Unused(domain, "a lock knows no groups", "Write 'admission: controller' or leave it out.");
        }

        if (rollout["tick"]?["most"] is { } most)
        {
            Unused(most, "every unit of a lock looks for itself", "Write 'admission: controller' or leave it out.");
        }
    }

    private void PerBatch(bool hasBatches)
    {
        if (!hasBatches && rollout["failure"]?["per"] is { IsDefault: false, Value: "batch" } per)
        {
            issues.Add(per.Span, per.Path, $"{per.Path} is 'batch'", $"a {Word} has no batches", "Write 'rollout'.");
        }
    }

    private void Need(bool isNeeded, string key, string expected, string cure)
    {
        if (isNeeded && !rollout.Holds(key))
        {
            var at = rollout["admission"]!;
            issues.Add(at.Span, at.Path, $"{at.Path} is '{Word}'", expected, cure);
        }
    }

    private void Unused(string key, bool isUsed, string expected, string cure)
    {
        if (!isUsed && rollout[key] is { IsDefault: false } field && field.Value is not SimTime { Nanoseconds: 0 })
        {
            Unused(field, expected, cure);
        }
    }

    private void Unused(Checked value, string expected, string cure) =>
        issues.Add(value.Key, value.Path, $"{value.Path} is never used", expected, cure);
}
