using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Strategies;

/// <summary>The places of a rollout: a unit asks for one when it is ready and gives it back when it is done.</summary>
internal abstract class Places(Simulation simulation) : Resource(simulation, "the rollout's limit")
{
    /// <summary>A ready unit asks to be admitted.</summary>
    public abstract void Request(ulong key, int unit, int tag);

    /// <summary>An admitted unit is done.</summary>
    public abstract void Release(int unit);

    /// <summary>A unit that was never admitted needs no place any more: all of its nodes have failed.</summary>
    public abstract void Skip(int unit);
}
