using Simulator.Analysis.Estimates;
using Simulator.Experiments.Levers;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Waits;

namespace Simulator.Experiments.Attribution;

/// <summary>Where T(N) comes from, at one size.</summary>
public sealed record AttributionResult
{
    /// <summary>N.</summary>
    public required int Nodes { get; init; }

    /// <summary>Replications of every set of factors: 0 .. R - 1, the same draws in all.</summary>
    public required int Replications { get; init; }

    /// <summary>Whether shares come from all coalitions; else from drawn orders.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Sets of factors that were run.</summary>
    public required int Coalitions { get; init; }

    /// <summary>T with all factors in force, over these replications; seconds.</summary>
    public required Estimate Makespan { get; init; }

    /// <summary>T with none of them: the draws of T_inf(N).</summary>
    public required Estimate Floor { get; init; }

    /// <summary>The factors, the largest share first.</summary>
    public required IReadOnlyList<FactorShare> Factors { get; init; }

    /// <summary>What is to be cured first, next, and after that.</summary>
    public required IReadOnlyList<Cure> Cures { get; init; }

    /// <summary>Elasticity of every lever.</summary>
    public required IReadOnlyList<Elasticity> Elasticities { get; init; }

    /// <summary>Share of T that each cause has on the critical path, with its interval; the largest first.</summary>
    public required IReadOnlyList<PathShare> Blame { get; init; }

    /// <summary>The critical path of replication 0 from its beginning.</summary>
    public required IReadOnlyList<PathStretch> Path { get; init; }

    /// <summary>Utilisation of each service while it is asked.</summary>
    public required IReadOnlyList<BusyWindow> Windows { get; init; }

    /// <summary>From T_1 to T(N) by Shapley shares; the bars add up.</summary>
    public required IReadOnlyList<WaterfallBar> Waterfall { get; init; }

    /// <summary>Services that no step uses.</summary>
    public required IReadOnlyList<string> Unused { get; init; }

    /// <summary>T(N) - T_inf(N): what the shares add up to.</summary>
    public double Excess => Makespan.Mean - Floor.Mean;
}
