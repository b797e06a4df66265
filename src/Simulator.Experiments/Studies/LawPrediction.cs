namespace Simulator.Experiments.Studies;

/// <summary>What the chosen law says of a size that may not have been run.</summary>
/// <param name="Nodes">N.</param>
/// <param name="Seconds">The law's mean T(N) in seconds.</param>
/// <param name="Lower">Lower limit of that mean in seconds; null where nothing was left to chance.</param>
/// <param name="Upper">Upper limit of that mean in seconds; null where nothing was left to chance.</param>
/// <param name="RunnerUpSeconds">What the next best law says, in seconds; null where there is none.</param>
/// <param name="IsFar">Whether N is beyond twice the largest size that was run.</param>
public sealed record LawPrediction(
    long Nodes,
    double Seconds,
    double? Lower,
    double? Upper,
    double? RunnerUpSeconds,
    bool IsFar
);
