using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>A model with the key of its draws.</summary>
internal sealed record Scenario(Model Model, ulong Seed, ulong Replication = 0)
{
    /// <summary>The engine's run.</summary>
    public RunRecord Run(PlanOptions? options = null) =>
        Rollout.Run(UpdatePlan.Compile(Model, options), Seed, Replication);
}
