using Simulator.Analysis.ScalingLaws;

namespace Simulator.Experiments.Studies;

/// <summary>The words for classes of growth.</summary>
public static class GrowthWords
{
    /// <summary>The word for a class; null where it could not be told.</summary>
    /// <param name="growth">The class.</param>
    /// <returns>bounded, logarithmic, sub-linear, linear or super-linear.</returns>
    public static string? Of(GrowthClass? growth) =>
        growth switch
        {
            GrowthClass.Bounded => "bounded",
            GrowthClass.Logarithmic => "logarithmic",
            GrowthClass.SubLinear => "sub-linear",
            GrowthClass.Linear => "linear",
            GrowthClass.SuperLinear => "super-linear",
            _ => null,
        };
}
