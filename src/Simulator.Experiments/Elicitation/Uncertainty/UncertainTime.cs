using Simulator.Analysis.Sensitivity;

namespace Simulator.Experiments.Elicitation.Uncertainty;

/// <summary>A time of which both is uncertain: its mean, because inputs are unknown, and each rollout, because of chance. Seconds.</summary>
public sealed record UncertainTime
{
    /// <summary>Mean and variance, and what is unknown and what is chance in it.</summary>
    public required CrossedVariance Variance { get; init; }

    /// <summary>What we do not know: quantiles over the draws of the unknowns of the mean of each.</summary>
    public required TimeBand OfMean { get; init; }

    /// <summary>Both together: quantiles of single rollouts.</summary>
    public required TimeBand OfRollout { get; init; }

    /// <summary>The mean of each draw, in their order.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Makes it of a table of draws and replications.</summary>
    /// <param name="table">Shape [draws][replications], at least 2 by 2.</param>
    public static UncertainTime Of(IReadOnlyList<double[]> table)
    {
        var means = table.Select(row => row.Average()).ToArray();
        return new UncertainTime
        {
            Variance = CrossedVariance.Of(table),
            OfMean = TimeBand.Of(means),
            OfRollout = TimeBand.Of(table.SelectMany(row => row)),
            Means = means,
        };
    }
}
