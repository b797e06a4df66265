namespace Simulator.Cluster.Services;

/// <summary>An amount of a budget in whole base units: milliwatts for power, pieces for a bare count.</summary>
/// <param name="Units">Base units, at least 1.</param>
/// <param name="Dimension">What is counted.</param>
public readonly record struct Amount(long Units, Dimension Dimension);
