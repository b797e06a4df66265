namespace Simulator.Analysis.ScalingLaws;

/// <summary>The shapes among which a scaling law is chosen; a, b ≥ 0 in seconds.</summary>
public enum GrowthForm
{
    /// <summary>T = a.</summary>
    Constant,

    /// <summary>T = a + b ln N.</summary>
    Logarithmic,

    /// <summary>T = a + b √N.</summary>
    SquareRoot,

    /// <summary>T = a + b N^c with 0.02 ≤ c ≤ 2.</summary>
    Power,

    /// <summary>T = a + b N.</summary>
    Linear,

    /// <summary>T = a + b N ln N.</summary>
    LinearLogarithmic,

    /// <summary>T = a + b ⌈N/k⌉ with an integer k ≥ 2: a window or wave of k.</summary>
    Staircase,

    /// <summary>T = a + b max(0, N − N*): flat until a limit binds.</summary>
    Hinge,

    /// <summary>T = a + b (N − 1) + c N (N − 1): the time per unit of work of Gunther's universal scalability law.</summary>
    UniversalScalability,
}
