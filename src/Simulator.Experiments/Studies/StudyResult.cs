using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Catalogue;

namespace Simulator.Experiments.Studies;

/// <summary>All that a <c>run</c> or a <c>sweep</c> found out: what reports, tables and plots are made from.</summary>
/// <remarks>Immutable. Holds no wall time, host, path or thread count: equal studies are equal everywhere.</remarks>
public sealed record StudyResult
{
    /// <summary>Version of the columns and fields.</summary>
    public const int Schema = 1;

    /// <summary>Raised whenever the same scenario and seed give other numbers than before.</summary>
    public const int ResultsVersion = 2;

    /// <summary>The command that was answered, such as <c>run</c> or <c>sweep</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The question that the scenario opens with.</summary>
    public required string Question { get; init; }

    /// <summary>SHA-256 of the effective scenario, lower-case hex.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>The quantities of the scenario that come from the catalogue of published values.</summary>
    public IReadOnlyList<PublishedUse> Published { get; init; } = [];

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Confidence level of all intervals, such as 0.95.</summary>
    public required double Confidence { get; init; }

    /// <summary>q of the time to verify a share of the nodes, such as 0.99.</summary>
    public required double ShareVerified { get; init; }

    /// <summary>The tolerance of horizon and class, such as 0.1.</summary>
    public required double Epsilon { get; init; }

    /// <summary>The time in which the rollout has to be over, in seconds; null where the scenario has none.</summary>
    public double? DeadlineSeconds { get; init; }

    /// <summary>Whether any step draws its duration.</summary>
    public bool HasRandomDurations { get; init; }

    /// <summary>Paths of the sweep axes, such as <c>cluster.nodes</c>; empty for <c>run</c>.</summary>
    public required IReadOnlyList<string> Axes { get; init; }

    /// <summary>The cells in the order of expansion, the last axis fastest.</summary>
    public required IReadOnlyList<CellResult> Cells { get; init; }

    /// <summary>All that happened in all cells, in 64 bits; null where nothing ran.</summary>
    public ulong? Fingerprint =>
        Cells.Any(cell => cell.Fingerprint is null)
            ? null
            : Cluster.Records.Fingerprint.OfAll(Cells.Select(cell => cell.Fingerprint!.Value));

    /// <summary>Every declared limit, the one that bites first on top.</summary>
    public required IReadOnlyList<ThresholdResult> Thresholds { get; init; }

    /// <summary>
    /// The cell that thresholds, waterfall and progress are told of: the largest N, and the first of these where other axes
    /// vary too. Thresholds are seen along the cells that differ from it in N only.
    /// </summary>
    public CellResult Focus => FocusOf(Cells);

    /// <summary>From T_1 to T(N) at <see cref="Focus"/>; the bars add up.</summary>
    public required IReadOnlyList<WaterfallBar> Waterfall { get; init; }

    /// <summary>How T(N) grows, where there are enough cells and N is the only axis.</summary>
    public ScalingFit? Law { get; init; }

    /// <summary>What chance leaves open of the law; null where nothing is left to chance.</summary>
    public LawBand? LawBand { get; init; }

    /// <summary>What the law says of sizes beside those that were run, in the order of N.</summary>
    public IReadOnlyList<LawPrediction> Predictions { get; init; } = [];

    /// <summary>The class of growth between thresholds, in the order of N.</summary>
    public IReadOnlyList<SegmentResult> Segments { get; init; } = [];

    /// <summary>The O(1) horizon against T_inf, T_1 and the plateau.</summary>
    public HorizonResult? Horizon { get; init; }

    /// <summary>Who waits and works when, in replication 0 of <see cref="Focus"/>.</summary>
    public IReadOnlyList<TimeSeries> Progress { get; init; } = [];

    /// <summary>The answer in words, the most important sentence first.</summary>
    public required IReadOnlyList<string> Answer { get; init; }

    /// <summary>What a reader should know before believing it.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    internal static CellResult FocusOf(IReadOnlyList<CellResult> cells) => cells.MaxBy(cell => cell.Nodes)!;
}
