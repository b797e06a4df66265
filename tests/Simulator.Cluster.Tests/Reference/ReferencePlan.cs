namespace Simulator.Cluster.Tests.Reference;

/// <summary>The graph of steps, with places as the contract words them.</summary>
/// <remarks>
/// "A place is held from a node's (unit's) first step that is not in-service to the end of its last step per node or per
/// level up to the unit. In-service steps declared before that run ahead of admission."
/// </remarks>
internal sealed class ReferencePlan
{
    public ReferencePlan(Model model, ReferenceGroups groups)
    {
        foreach (var spec in model.Update.Steps)
        {
            Steps.Add(new ReferenceStep(spec.Name, groups.LevelOf(spec.Per), ReferenceKind.Declared, spec));
        }

        for (var index = 0; index < Steps.Count; index++)
        {
            if (Steps[index].Spec!.After is { } names)
            {
                Steps[index].After.AddRange(Steps.Where(step => names.Contains(step.Name, StringComparer.Ordinal)));
            }
            else if (index > 0)
            {
                Steps[index].After.Add(Steps[index - 1]);
            }
        }

        if (model.Rollout.Limit is not null || model.Rollout.Waves.Count > 0)
        {
            HoldPlaces(groups.LevelOf(model.Rollout.Unit));
        }

        var verified = new ReferenceStep("verified", 0, ReferenceKind.Verified);
        verified.After.AddRange(Steps);
        Steps.Add(verified);
        for (var place = 0; place < Steps.Count; place++)
        {
            Steps[place].Place = place;
        }
    }

    public List<ReferenceStep> Steps { get; } = [];

    private void HoldPlaces(int unit)
    {
        var first = Steps.FindIndex(step => !step.Spec!.InService && step.Level <= unit);
        if (first < 0)
        {
            return;
        }

        var ahead = Steps.Take(first).ToList();
        var held = Steps.Skip(first).Where(step => step.Level <= unit).ToList();
        var admit = new ReferenceStep("admit", unit, ReferenceKind.Admit);
        var leave = new ReferenceStep("leave", unit, ReferenceKind.Leave);
        foreach (var step in held.Where(step => !held.Exists(step.ComesAfter)).ToList())
        {
            if (step.After.TrueForAll(ahead.Contains))
            {
                admit.After.AddRange(step.After);
            }

            step.After.Add(admit);
        }

        leave.After.AddRange(held);
        Steps.Insert(first, admit);
        Steps.Add(leave);
    }
}
