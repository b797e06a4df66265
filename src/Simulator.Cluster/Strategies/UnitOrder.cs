namespace Simulator.Cluster.Strategies;

/// <summary>Which of the waiting units comes next.</summary>
public enum UnitOrder
{
    /// <summary>The one that has been ready longest; at one instant the one with the smaller number.</summary>
    Ready,

    /// <summary>The smallest number: rack by rack, zone by zone, since groups are numbered one after the other.</summary>
    Ordinal,

    /// <summary>The largest number.</summary>
    Reverse,

    /// <summary>By a random permutation, drawn anew in every replication.</summary>
    Random,
}
