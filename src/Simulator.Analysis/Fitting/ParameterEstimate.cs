namespace Simulator.Analysis.Fitting;

/// <summary>A fitted parameter with its 95 % interval.</summary>
/// <param name="Name">Its name as a scenario spells it.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Lower end; null where it is not estimable.</param>
/// <param name="Upper">Upper end; null where it is not estimable.</param>
/// <param name="Dimension">What it counts.</param>
public sealed record ParameterEstimate(
    string Name,
    double Value,
    double? Lower,
    double? Upper,
    ParameterDimension Dimension
);
