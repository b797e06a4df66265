using Simulator.Cluster.Topology;

namespace Simulator.Cluster.Updates;

/// <summary>Turns specs into steps, edges and ops.</summary>
internal sealed class PlanCompiler
{
    private readonly Model _model;
    private readonly PlanOptions _options;
    private readonly Levels _levels;
    private readonly List<DraftStep> _drafts = [];

    public PlanCompiler(Model model, PlanOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _options = options;
        _levels = new Levels(model.Cluster);
    }

    public UpdatePlan Compile()
    {
        foreach (var spec in _model.Update.Steps)
        {
            _drafts.Add(new DraftStep(spec.Name, LevelOf(spec)) { Spec = spec });
        }

        LinkDeclared();
        if (IsLimited)
        {
            AddPlaces();
        }

        AddVerified();
        RefuseCycles();
        return new OpCompiler(_model, _options, _levels, _drafts).Compile();
    }

    /// <summary>Ticks are waited for even by who is alone.</summary>
    private bool IsLimited => _model.Rollout.HasPlaces && (_options.HasLimit || _model.Rollout.Tick is not null);

    private int LevelOf(StepSpec spec) => _options.IsUncoupled ? 0 : LevelOf(spec.Per, spec.Name);

    private int LevelOf(string name, string asker)
    {
        var level = _levels.IndexOf(name);
        return level >= 0
            ? level
            : throw new ArgumentException(
                $"'{asker}' names the level '{name}', which the topology does not have.",
                nameof(name)
            );
    }

    private void LinkDeclared()
    {
        for (var index = 0; index < _drafts.Count; index++)
        {
            var draft = _drafts[index];
            if (draft.Spec!.After is { } names)
            {
                draft.Predecessors.AddRange(names.Select(name => Declared(name, draft.Name)).Distinct());
            }
            else if (index > 0)
            {
                draft.Predecessors.Add(_drafts[index - 1]);
            }
        }
    }

    private DraftStep Declared(string name, string asker) =>
        _drafts.Find(draft => string.Equals(draft.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"Step '{asker}' comes after '{name}', which is not a step.", nameof(name));

    /// <summary>
    /// A place is held from the first step that is not in service to the last step up to the unit's level: what was
    /// declared before runs ahead of admission. No step that takes a place begins without one, even where it waits for
    /// others than those.
    /// </summary>
    private void AddPlaces()
    {
        var unit = _options.IsUncoupled ? 0 : LevelOf(_model.Rollout.Unit, "rollout.unit");
        var first = _drafts.FindIndex(draft => !draft.Spec!.InService && draft.Level <= unit);
        if (first < 0)
        {
            return;
        }

        var ahead = _drafts.Take(first).ToHashSet();
        var held = _drafts.Skip(first).Where(draft => draft.Level <= unit).ToHashSet();
        var admit = new DraftStep("admit", unit) { Virtual = OpKind.Admit };
        var leave = new DraftStep("leave", unit) { Virtual = OpKind.Leave };
        foreach (var draft in held.Where(draft => !IsAfterAny(draft, held, [])).ToList())
        {
            if (draft.Predecessors.TrueForAll(ahead.Contains))
            {
                admit.Predecessors.AddRange(draft.Predecessors.Except(admit.Predecessors));
                draft.Predecessors.Clear();
            }

            draft.Predecessors.Add(admit);
        }

        var followed = held.SelectMany(draft => draft.Predecessors).ToHashSet();
        leave.Predecessors.AddRange(_drafts.Where(draft => held.Contains(draft) && !followed.Contains(draft)));
        _drafts.Insert(first, admit);
        _drafts.Add(leave);
    }

    /// <summary>Whether one of some steps comes before a step, directly or by way of others.</summary>
    private static bool IsAfterAny(DraftStep draft, HashSet<DraftStep> steps, HashSet<DraftStep> seen) =>
        draft.Predecessors.Exists(other =>
            steps.Contains(other) || (seen.Add(other) && IsAfterAny(other, steps, seen))
        );

    private void AddVerified()
    {
        var followed = _drafts.SelectMany(draft => draft.Predecessors).ToHashSet();
        var verified = new DraftStep("verified", 0) { Virtual = OpKind.Verified };
        verified.Predecessors.AddRange(_drafts.Where(draft => !followed.Contains(draft)));
        _drafts.Add(verified);
    }

    private void RefuseCycles()
    {
        var done = new HashSet<DraftStep>();
        var isMoving = true;
        while (isMoving)
        {
            isMoving = false;
            foreach (var draft in _drafts.Where(draft => !done.Contains(draft)).ToList())
            {
                isMoving |= draft.Predecessors.TrueForAll(done.Contains) && done.Add(draft);
            }
        }

        var stuck = _drafts.Find(draft => !done.Contains(draft));
        if (stuck is not null)
        {
            throw new InvalidOperationException(
                $"Step '{stuck.Name}' waits for itself, directly or by way of other steps."
            );
        }
    }
}
