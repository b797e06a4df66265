using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Puts the steps that a strategy adds among those of the file.</summary>
/// <param name="steps">The section as it was checked; null where it is broken.</param>
/// <param name="names">The levels.</param>
internal sealed class AddedSteps(Checked? steps, Names names)
{
    /// <summary>The steps with <c>provision</c> before and <c>verify</c> after those that hold a place.</summary>
    public IReadOnlyList<StepSpec> Add(IReadOnlyList<StepSpec> specs, RolloutParts parts)
    {
        var all = specs.ToList();
        var unit = LevelOf(parts.Rollout.Unit);
        if (parts.Verify.Nanoseconds > 0 && IsFree("verify"))
        {
            AddVerify(all, unit, parts);
        }

        if (parts.Provision is { } takes && IsFree(OutOfService.Provision) && HasNoGraph(all))
        {
            var first = all.FindIndex(spec => !spec.InService && LevelOf(spec.Per) <= unit);
            all.Insert(Math.Max(first, 0), new StepSpec { Name = OutOfService.Provision, Takes = takes });
        }

        return all;
    }

    private void AddVerify(List<StepSpec> all, int unit, RolloutParts parts)
    {
        var verify = new StepSpec
        {
            Name = "verify",
            Takes = new DurationSpec.Drawn(new Constant(parts.Verify.Seconds)),
        };
        if (all.TrueForAll(spec => spec.After is null))
        {
            all.Insert(all.FindLastIndex(spec => LevelOf(spec.Per) <= unit) + 1, verify);
            return;
        }

        var held = all.Where(spec => LevelOf(spec.Per) <= unit).ToList();
        var followed = held.SelectMany((spec, _) => spec.After ?? Before(all, spec)).ToHashSet(StringComparer.Ordinal);
        var last = held.Select(spec => spec.Name).Where(name => !followed.Contains(name));
        all.Add(verify with { After = [.. last] });
    }

    private static string[] Before(List<StepSpec> all, StepSpec spec)
    {
        var index = all.IndexOf(spec);
        return index == 0 ? [] : [all[index - 1].Name];
    }

    private bool HasNoGraph(List<StepSpec> all)
    {
        if (all.TrueForAll(spec => spec.After is null))
        {
            return true;
        }

        const string Cure = "Leave 'provision' out, or let the steps follow each other.";
        var found = "rollout.provision comes before steps that have an 'after' of their own";
        names.Issues.AddName(steps!.Key, "rollout.provision", found, Cure);
        return false;
    }

    private bool IsFree(string name)
    {
        if (steps is null || !steps.Fields.TryGetValue(name, out var own))
        {
            return true;
        }

        names.Issues.AddName(
            own.Key,
            own.Path,
            $"the rollout adds a step '{name}' of its own",
            "Give this one another name."
        );
        return false;
    }

    private int LevelOf(string name) => names.Levels.Index().First(level => level.Item == name).Index;
}
