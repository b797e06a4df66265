namespace Simulator.Analysis.Fitting;

/// <summary>How far a chosen law may be believed.</summary>
public enum FitVerdict
{
    /// <summary>D ≤ 0.05: the law follows the sample.</summary>
    Adequate,

    /// <summary>D &gt; 0.05, but a sample of this size lies as far from its own law by chance.</summary>
    Plausible,

    /// <summary>No law follows the sample: the sample itself stands for it.</summary>
    Poor,

    /// <summary>Fewer than 20 durations ended: a law is named, but nothing can be said for or against it.</summary>
    TooFew,
}
