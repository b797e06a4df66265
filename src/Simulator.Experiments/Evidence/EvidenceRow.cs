namespace Simulator.Experiments.Evidence;

/// <summary>A measured point and its prediction. Seconds.</summary>
/// <param name="Point">The point.</param>
/// <param name="Kind">What it says about the prediction.</param>
public sealed record EvidenceRow(EvidencePoint Point, PointKind Kind)
{
    /// <summary>What was known of it; null where nothing is predicted.</summary>
    public PredictionBasis? Basis { get; init; }

    /// <summary>The prediction; null where there is no scenario.</summary>
    public double? Predicted { get; init; }

    /// <summary>The low end of its interval.</summary>
    public double? Low { get; init; }

    /// <summary>The high end of its interval.</summary>
    public double? High { get; init; }

    /// <summary>Predicted/measured - 1.</summary>
    public double? Error => Predicted / Point.Seconds - 1;

    /// <summary>Whether the measurement lies inside the interval.</summary>
    public bool IsInside => Low <= Point.Seconds && Point.Seconds <= High;
}
