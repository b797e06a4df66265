using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Strategies;

/// <summary>The places of a rollout: a unit asks for one when it is ready and gives it back when it is done.</summary>
internal abstract class Places(Simulation simulation) : Resource(simulation, "the rollout's limit")
{
    /// <summary>Told when the rollout stops: units that were not admitted never will be.</summary>
    public Action? Halted { get; set; }

    /// <summary>Why the rollout stopped, where it did.</summary>
    public HaltCause Cause { get; private set; }

    /// <summary>A ready unit asks to be admitted.</summary>
    public abstract void Request(ulong key, int unit, int tag);

    /// <summary>An admitted unit is done.</summary>
    public abstract void Release(int unit);

    /// <summary>A unit that was never admitted needs no place any more: all of its nodes have failed.</summary>
    public abstract void Skip(int unit);

    /// <summary>Nodes of a unit have failed for good; comes before the unit is released or skipped for it.</summary>
    public virtual void NoteFailure(int unit, int nodes) { }

    /// <summary>Stops the rollout where the failures of a unit were too many; comes after it was released or skipped.</summary>
    public virtual void JudgeFailure(int unit) { }

    /// <summary>Nothing moves any more: stops the rollout where failed nodes are the reason.</summary>
    /// <returns>Whether it stopped now.</returns>
    public virtual bool HaltIfBlocked() => false;

    /// <summary>Whether somebody has not been admitted yet.</summary>
    protected virtual bool HasOutsiders => true;

    /// <summary>Admits nobody from now on; nothing stops where everybody was admitted.</summary>
    protected void Halt(HaltCause cause)
    {
        if (Cause == HaltCause.None && HasOutsiders)
        {
            Cause = cause;
            Halted?.Invoke();
        }
    }
}
