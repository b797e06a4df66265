using Simulator.Kernel;

namespace Simulator.Cluster.Strategies;

/// <summary>Who may be out of service at once, and who comes next.</summary>
public sealed record RolloutSpec
{
    /// <summary>Everybody at once.</summary>
    public static readonly RolloutSpec AllAtOnce = new();

    /// <summary>How a waiting unit gets its place.</summary>
    public Admission Admission { get; init; }

    /// <summary>What is admitted as a whole: <c>node</c> or a topology level.</summary>
    public string Unit { get; init; } = Topology.Levels.Node;

    /// <summary>The size of the window, or of a batch; null for waves, and where everybody may go at once.</summary>
    public LimitSpec? Limit { get; init; }

    /// <summary>Sizes of the waves, the last of which repeats; empty unless <see cref="Admission"/> is waves.</summary>
    public IReadOnlyList<Quota> Waves { get; init; } = [];

    /// <summary>Pause between the end of a batch or wave and the start of the next.</summary>
    public SimTime Bake { get; init; }
}
