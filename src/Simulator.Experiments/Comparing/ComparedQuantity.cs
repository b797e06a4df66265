namespace Simulator.Experiments.Comparing;

/// <summary>What contenders differ in.</summary>
public enum ComparedQuantity
{
    /// <summary>T, in seconds.</summary>
    Makespan,

    /// <summary>Capacity lost, in node-hours.</summary>
    CapacityLost,
}
