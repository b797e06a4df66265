namespace Simulator.Cluster.Updates;

/// <summary>A step while the plan is being compiled: identity, level, predecessors.</summary>
internal sealed class DraftStep(string name, int level)
{
    public string Name { get; } = name;

    public int Level { get; } = level;

    public StepSpec? Spec { get; init; }

    public OpKind? Virtual { get; init; }

    public List<DraftStep> Predecessors { get; } = [];
}
