namespace Simulator.Analysis.ScalingLaws;

/// <summary>The O(1) class of a curve, from the leading term of its law on the tested range.</summary>
public enum GrowthClass
{
    /// <summary>T does not grow: O(1), however large the constant.</summary>
    Bounded,

    /// <summary>T grows as ln N.</summary>
    Logarithmic,

    /// <summary>T grows as N^c with c &lt; 1.</summary>
    SubLinear,

    /// <summary>T grows as N, steps included.</summary>
    Linear,

    /// <summary>T grows faster than N.</summary>
    SuperLinear,
}
