using Simulator.Analysis.Comparisons;

namespace Simulator.Experiments.Comparing;

/// <summary>How far one contender is from the first, in one quantity, replication by replication.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Quantity">Time or capacity.</param>
/// <param name="Paired">The difference to the first; null where no replication completed under both.</param>
public sealed record ComparedPair(string Name, ComparedQuantity Quantity, PairedDifference? Paired)
{
    /// <summary>The p-value after Holm, over all differences of the comparison; null where there is none.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Whether the difference is real at the level of the comparison; null where that cannot be told.</summary>
    public bool? IsReal { get; init; }
}
