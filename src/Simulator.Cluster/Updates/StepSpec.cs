using Simulator.Kernel;

namespace Simulator.Cluster.Updates;

/// <summary>
/// One step of the update. It waits for its predecessors, takes what it needs, uses and calls (in that order, each in the
/// order of the file), transfers, works, and gives everything back.
/// </summary>
public sealed record StepSpec
{
    /// <summary>Its name, kebab-case, unique among steps.</summary>
    public required string Name { get; init; }

    /// <summary>The level each group of which does it once: <c>node</c>, a topology level, or <c>cluster</c>.</summary>
    public string Per { get; init; } = Topology.Levels.Node;

    /// <summary>Whether the node stays in service: declared before the first step that is not, it runs ahead of admission.</summary>
    public bool InService { get; init; }

    /// <summary>How long the work takes; nothing where it is null.</summary>
    public DurationSpec? Takes { get; init; }

    /// <summary>What is transferred before the work.</summary>
    public TransferSpec? Transfer { get; init; }

    /// <summary>Budgets held, some of them beyond this step.</summary>
    public IReadOnlyList<NeedSpec> Needs { get; init; } = [];

    /// <summary>Stations of which one server is held while the step works.</summary>
    public IReadOnlyList<UseSpec> Uses { get; init; } = [];

    /// <summary>Calls made before the work, all at once, to token buckets.</summary>
    public IReadOnlyList<CallSpec> Calls { get; init; } = [];

    /// <summary>How attempts fail; never where it is null.</summary>
    public FailureSpec? Fails { get; init; }

    /// <summary>What follows a failed attempt; without it the node has failed.</summary>
    public RetrySpec? Retry { get; init; }

    /// <summary>
    /// How long an attempt may take, waits included; then it is broken off and has failed. What ends exactly then has ended.
    /// No limit where it is null.
    /// </summary>
    public SimTime? TimeOut { get; init; }

    /// <summary>When the end is noticed; at once where it is null.</summary>
    public PollSpec? Poll { get; init; }

    /// <summary>
    /// Names of the steps that must be done before; null means the step declared before (none for the first); empty means
    /// none: it starts at once.
    /// </summary>
    public IReadOnlyList<string>? After { get; init; }
}
