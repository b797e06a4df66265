using Simulator.Analysis.Estimates;
using Simulator.Experiments.Running;

namespace Simulator.Experiments.Studies;

/// <summary>One cell of a study: one setting of the axes, all its replications. Times are seconds.</summary>
public sealed record CellResult
{
    /// <summary>Place in the order of expansion, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The values of the axes as the scenario would write them, in the order of the axes.</summary>
    public required IReadOnlyList<string> AxisValues { get; init; }

    /// <summary>N.</summary>
    public required int Nodes { get; init; }

    /// <summary>Replications done.</summary>
    public required int Replications { get; init; }

    /// <summary>T(N): the mean with its interval; null where no replication completed.</summary>
    public required Estimate? Makespan { get; init; }

    /// <summary>The median of T(N), where estimable.</summary>
    public double? MakespanP50 { get; init; }

    /// <summary>The 95 % quantile of T(N), where estimable.</summary>
    public double? MakespanP95 { get; init; }

    /// <summary>Mean time until the share q of the nodes was verified, where it was reached in every replication.</summary>
    public double? MakespanShare { get; init; }

    /// <summary>T_1 without failures.</summary>
    public required double T1 { get; init; }

    /// <summary>T_1 with failures; null where nothing fails.</summary>
    public double? T1WithFailures { get; init; }

    /// <summary>T_inf(N) without failures.</summary>
    public required double TInf { get; init; }

    /// <summary>Whether <see cref="TInf"/> comes from quadrature; else it is simulated.</summary>
    public bool IsTInfExact { get; init; }

    /// <summary>T_inf(N) with failures; null where nothing fails.</summary>
    public double? TInfWithFailures { get; init; }

    /// <summary>T(N)/T_1 - 1.</summary>
    public double? Deviation { get; init; }

    /// <summary>T(N)/T_inf(N) - 1.</summary>
    public double? DeviationRemovable { get; init; }

    /// <summary>Mean over replications of the greatest lower bound of T; null where void.</summary>
    public double? Bound { get; init; }

    /// <summary>What the greatest lower bound is, such as <c>longest node</c> or the name of a service.</summary>
    public string? BoundBy { get; init; }

    /// <summary>Mean capacity lost between loss and return of each node.</summary>
    public double? CapacityLostNodeHours { get; init; }

    /// <summary>Mean number of nodes that failed for good.</summary>
    public double FailedNodesMean { get; init; }

    /// <summary>Nodes that the rollout came to before it ended or stopped, in the mean.</summary>
    public double? ReachedNodesMean { get; init; }

    /// <summary>The 95 % quantile of <see cref="ReachedNodesMean"/>, where estimable.</summary>
    public double? ReachedNodesP95 { get; init; }

    /// <summary>Nodes left with a defective version, in the mean; null where the scenario has none.</summary>
    public double? DefectiveNodesMean { get; init; }

    /// <summary>The 95 % quantile of <see cref="DefectiveNodesMean"/>, where estimable.</summary>
    public double? DefectiveNodesP95 { get; init; }

    /// <summary>Share of the replications that completed.</summary>
    public double CompletedShare { get; init; }

    /// <summary>Share of the replications that were over within the deadline; null where the scenario has none.</summary>
    public double? WithinDeadlineShare { get; init; }

    /// <summary>Whether the wanted precision was met.</summary>
    public bool IsPrecise { get; init; }

    /// <summary>Its replications, in their order.</summary>
    public IReadOnlyList<ReplicationResult> Runs { get; init; } = [];

    /// <summary>All that happened in all its replications, in 64 bits; null where nothing ran.</summary>
    public ulong? Fingerprint =>
        Runs.Count == 0 ? null : Cluster.Records.Fingerprint.OfAll(Runs.Select(run => run.Run.Fingerprint));

    /// <summary>What the steps did, in the order of the plan.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>How the services were used, in the order of the file.</summary>
    public IReadOnlyList<ServiceResult> Services { get; init; } = [];

    /// <summary>What the time of the last node was made of; adds up to the mean of T.</summary>
    public IReadOnlyList<BlameResult> Blame { get; init; } = [];
}
