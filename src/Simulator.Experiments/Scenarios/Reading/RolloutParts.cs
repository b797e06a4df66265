using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>A strategy with the steps that it adds to the update.</summary>
/// <param name="Rollout">The strategy.</param>
internal sealed record RolloutParts(RolloutSpec Rollout)
{
    /// <summary>How long a surge node takes: a first step <c>provision</c>; none where it is null.</summary>
    public DurationSpec? Provision { get; init; }

    /// <summary>What the tool waits for at the end of each node: a last step <c>verify</c>; none where it is 0.</summary>
    public SimTime Verify { get; init; }
}
