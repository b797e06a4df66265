namespace Simulator.Cluster.Services;

/// <summary>What an amount counts; amounts of different dimensions do not mix.</summary>
public enum Dimension
{
    /// <summary>Pieces: a bare number.</summary>
    Count,

    /// <summary>Power in milliwatts: W, kW, MW.</summary>
    Power,
}
