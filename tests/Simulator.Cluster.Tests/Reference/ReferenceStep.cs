using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A step of the scenario, or one that the strategy adds.</summary>
internal sealed class ReferenceStep(string name, int level, ReferenceKind kind, StepSpec? spec = null)
{
    public string Name { get; } = name;

    public int Level { get; } = level;

    public ReferenceKind Kind { get; } = kind;

    public StepSpec? Spec { get; } = spec;

    /// <summary>Its place in the compiled plan: the second key of order at one instant.</summary>
    public int Place { get; set; }

    /// <summary>What must be over before.</summary>
    public List<ReferenceStep> After { get; } = [];

    /// <summary>Whether another step is over before this one can begin, directly or by way of others.</summary>
    public bool ComesAfter(ReferenceStep other) => After.Exists(step => step == other || step.ComesAfter(other));
}
