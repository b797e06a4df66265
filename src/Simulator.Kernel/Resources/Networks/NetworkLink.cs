using System.Diagnostics;

namespace Simulator.Kernel.Resources.Networks;

/// <summary>A link of a <see cref="Network"/>.</summary>
internal sealed class NetworkLink(UInt128 capacity)
{
    public UInt128 Capacity { get; set; } = capacity;

    /// <summary>The routes that cross it, in the order of their numbers.</summary>
    public List<Route> Routes { get; } = [];

    /// <summary>The sum of the rates of all flows over it, as far as they are found.</summary>
    public UInt128 Used { get; private set; }

    /// <summary>The weight of all flows whose rate is not found yet.</summary>
    public UInt128 OpenWeight { get; set; }

    /// <summary>What a flow of weight one gets where this link limits it.</summary>
    public UInt128 Share => (Capacity - Used) / OpenWeight;

    /// <summary>Work carried until <see cref="CarriedAt"/>, at coarse rates.</summary>
    public UInt128 Carried { get; set; }

    public long CarriedAt { get; set; }

    public bool IsDirty { get; set; }

    /// <summary>Nothing is given to anybody yet.</summary>
    public void Open() => (Used, OpenWeight) = (0, 0);

    /// <summary>Gives flows of some weight their rates; more than there is would be a fault of ours.</summary>
    public void Give(UInt128 rates, UInt128 weight)
    {
        Used += rates;
        OpenWeight -= weight;
        if (Used > Capacity)
        {
            throw new UnreachableException("A link gives more than its capacity.");
        }
    }

    /// <summary>Takes what flowed at the present rates into account.</summary>
    public void Account(long now)
    {
        Carried = CarriedBy(now);
        CarriedAt = now;
    }

    public UInt128 CarriedBy(long now) => Carried + (FixedPoint.Coarse(Used) * (ulong)(now - CarriedAt));
}
