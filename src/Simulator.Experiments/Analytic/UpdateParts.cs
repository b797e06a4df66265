using Simulator.Cluster;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;

namespace Simulator.Experiments.Analytic;

/// <summary>The steps of an update as the plan does them: before, ahead of admission, while a place is held, after.</summary>
/// <remarks>Cut at the steps of the whole cluster. Immutable.</remarks>
internal sealed class UpdateParts
{
    private readonly Levels _levels;
    private readonly List<StepSpec> _ahead = [];
    private readonly List<StepSpec> _held = [];
    private readonly List<List<StepSpec>> _before = [];
    private readonly List<List<StepSpec>> _after = [];

    /// <summary>Cuts an update.</summary>
    /// <exception cref="AnalyticException">A group meets where its nodes hold places, or one after the other after them.</exception>
    public UpdateParts(Model model, Levels levels)
    {
        _levels = levels;
        var unit = levels.IndexOf(model.Rollout.Unit);
        var steps = model.Update.Steps;
        var first = steps.ToList().FindIndex(step => !step.InService && LevelOf(step) <= unit);
        var last = steps.ToList().FindLastIndex(step => LevelOf(step) <= unit);
        var isPlaced = model.Rollout.HasPlaces && first >= 0;
        var open = new List<StepSpec>();
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            if (isPlaced && index >= first && index <= last)
            {
                Refusals.Refuse(
                    LevelOf(step) > unit,
                    $"update.steps.{step.Name}.per",
                    $"a {model.Rollout.Unit} holds its place while a larger group meets"
                );
                _held.Add(step);
            }
            else if (isPlaced && index < first)
            {
                Add(step, _before, open);
            }
            else
            {
                Add(step, _after, open);
            }

            if (isPlaced && index == first - 1)
            {
                _ahead.AddRange(open);
                open = [];
            }
        }

        if (open.Count > 0)
        {
            _after.Add(open);
        }

        var late = isPlaced
            ? _after.SelectMany(part => part).FirstOrDefault(step => LevelOf(step) < _levels.Count - 1)
            : null;
        Refusals.Refuse(
            late is not null,
            $"update.steps.{late?.Name}.per",
            "groups meet one after the other once their places are free"
        );
    }

    /// <summary>Sections that are over before anybody waits for a place.</summary>
    public IReadOnlyList<IReadOnlyList<StepSpec>> Before => _before;

    /// <summary>Steps in service, right before a place is waited for.</summary>
    public IReadOnlyList<StepSpec> Ahead => _ahead;

    /// <summary>Steps while a place is held.</summary>
    public IReadOnlyList<StepSpec> Held => _held;

    /// <summary>Sections after it; all of them where nobody needs a place.</summary>
    public IReadOnlyList<IReadOnlyList<StepSpec>> After => _after;

    /// <summary>Adds a step to the open section; one of the whole cluster closes it and is one by itself.</summary>
    private void Add(StepSpec step, List<List<StepSpec>> sections, List<StepSpec> open)
    {
        if (LevelOf(step) < _levels.Count - 1)
        {
            open.Add(step);
            return;
        }

        if (open.Count > 0)
        {
            sections.Add([.. open]);
            open.Clear();
        }

        sections.Add([step]);
    }

    /// <summary>The level whose groups do a step.</summary>
    public int LevelOf(StepSpec step) => _levels.IndexOf(step.Per);
}
