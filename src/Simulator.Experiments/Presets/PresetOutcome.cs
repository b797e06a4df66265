using Simulator.Cluster.Strategies;
using Simulator.Kernel;

namespace Simulator.Experiments.Presets;

/// <summary>What the parameters of a tool come to.</summary>
/// <param name="Rollout">The strategy; its unit is left to the scenario.</param>
internal sealed record PresetOutcome(RolloutSpec Rollout)
{
    /// <summary>Time that the tool adds to every node while it holds its place: a last step called <c>verify</c>.</summary>
    public SimTime Verify { get; init; }
}
