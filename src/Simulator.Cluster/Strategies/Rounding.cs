namespace Simulator.Cluster.Strategies;

/// <summary>How a share of the nodes becomes a whole number.</summary>
public enum Rounding
{
    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>To the nearest, halves to even.</summary>
    Nearest,
}
