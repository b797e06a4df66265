namespace Simulator.Cluster.Strategies;

/// <summary>What a quota counts.</summary>
public enum QuotaKind
{
    /// <summary>Nodes.</summary>
    Nodes,

    /// <summary>Units of admission.</summary>
    Units,

    /// <summary>A share of all nodes.</summary>
    Share,
}
