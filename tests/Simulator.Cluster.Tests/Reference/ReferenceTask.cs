namespace Simulator.Cluster.Tests.Reference;

/// <summary>One group doing one step: what happened to it so far, and what it holds.</summary>
internal sealed class ReferenceTask(ReferenceStep step, int group, int[] nodes)
{
    public ReferenceStep Step { get; } = step;

    public int Group { get; } = group;

    public int[] Nodes { get; } = nodes;

    public int FirstNode => Nodes[0];

    /// <summary>Tasks that must be over before this one begins.</summary>
    public List<ReferenceTask> Before { get; } = [];

    /// <summary>What it does, up to the next wait; null before it began and after it ended or was dropped.</summary>
    public IEnumerator<long?>? Life { get; set; }

    public bool HasBegun { get; set; }

    /// <summary>The instant at which it goes on by itself.</summary>
    public long? WakeAt { get; set; }

    /// <summary>Whether its last request was granted; false where it was refused.</summary>
    public bool IsGranted { get; set; }

    /// <summary>The instant at which the attempt under way is broken off while it waits for others, or pauses for them.</summary>
    public long? Deadline { get; set; }

    /// <summary>Whether it waits for others, or pauses for them, so that a time-out breaks it off.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Whether its wait was broken off.</summary>
    public bool IsTimedOut { get; set; }

    public List<Holding> Held { get; } = [];

    public long Start { get; set; } = -1;

    public long End { get; set; } = -1;

    public long Lost { get; set; }

    public int Attempt { get; set; } = 1;

    /// <summary>Waits in the order of asking: needs, uses, calls, transfer.</summary>
    public long[] Waits { get; } =
        new long[
            step.Spec is { } spec
                ? spec.Needs.Count + spec.Uses.Count + spec.Calls.Count + (spec.Transfer is { Size.Bits: > 0 } ? 1 : 0)
                : 1
        ];

    /// <summary>Whether two groups have nodes in common: one lies in the other.</summary>
    public bool Touches(ReferenceTask other) => Array.Exists(Nodes, other.Nodes.Contains);

    /// <summary>Order at one instant: node, then the step's place in the plan; a step has one attempt at a time.</summary>
    public bool ComesBefore(ReferenceTask other) =>
        (FirstNode, Step.Place).CompareTo((other.FirstNode, other.Step.Place)) < 0;
}
