using Simulator.Kernel;

namespace Simulator.Cluster.Strategies;

/// <summary>Who may be out of service at once, and who comes next.</summary>
public sealed record RolloutSpec
{
    /// <summary>Everybody at once.</summary>
    public static readonly RolloutSpec AllAtOnce = new();

    /// <summary>How a waiting unit gets its place.</summary>
    public Admission Admission { get; init; }

    /// <summary>What is admitted as a whole: <c>node</c> or a topology level.</summary>
    public string Unit { get; init; } = Topology.Levels.Node;

    /// <summary>
    /// The size of the window, or of a batch; within waves, how many of one are admitted at a time. Null where everybody
    /// may go at once.
    /// </summary>
    public LimitSpec? Limit { get; init; }

    /// <summary>Sizes of the waves, the last of which repeats; empty unless <see cref="Admission"/> has waves.</summary>
    public IReadOnlyList<Quota> Waves { get; init; } = [];

    /// <summary>Whether each wave says how many are to be updated by its end, instead of how many more.</summary>
    public bool AreTotals { get; init; }

    /// <summary>The level each group of which is a wave, in place of sizes; null where waves have sizes.</summary>
    public string? WavesBy { get; init; }

    /// <summary>The factor by which each wave after the last listed one is larger than the one before; at least 1.</summary>
    public decimal Growth { get; init; } = 1;

    /// <summary>For a schedule: the time from the begin of a wave to that of the next.</summary>
    public SimTime Every { get; init; }

    /// <summary>Pause between the end of a batch or wave and the start of the next.</summary>
    public SimTime Bake { get; init; }

    /// <summary>The pause after each wave, the last of which repeats, where they differ; empty where they do not.</summary>
    public IReadOnlyList<SimTime> Bakes { get; init; } = [];

    /// <summary>Health checks between the two, after the pause; none where it is null.</summary>
    public ProbeSpec? Probe { get; init; }

    /// <summary>The time until a person has agreed to the next, after the checks.</summary>
    public SimTime Approval { get; init; }

    /// <summary>When a lock or a controller looks; null for the other kinds.</summary>
    public TickSpec? Tick { get; init; }

    /// <summary>Which of the waiting units comes next; batches and waves are cut in this order.</summary>
    public UnitOrder Order { get; init; }

    /// <summary>The time from the end of a unit until its place is free.</summary>
    public SimTime ReleaseDelay { get; init; }

    /// <summary>When failures stop the rollout; never where it is null.</summary>
    public FailurePolicy? Failure { get; init; }

    /// <summary>The rollout stops when no unit gets done for so long; never where it is null.</summary>
    public SimTime? ProgressDeadline { get; init; }

    /// <summary>The pause after a batch or wave, counted from 0.</summary>
    /// <param name="batch">The batch.</param>
    public SimTime BakeAfter(int batch) => Bakes.Count == 0 ? Bake : Bakes[Math.Min(batch, Bakes.Count - 1)];

    /// <summary>The word for the kind of admission.</summary>
    public string AdmissionName =>
        Admission switch
        {
            Admission.Batch => "batch",
            Admission.Waves => "waves",
            Admission.Schedule => "schedule",
            Admission.Lock => "lock",
            Admission.Controller => "controller",
            _ => "window",
        };

    /// <summary>Whether units wait for places at all.</summary>
    public bool HasPlaces => HasWaves || Limit is not null || Tick is not null;

    /// <summary>Whether the sizes of its batches are those of waves.</summary>
    public bool HasWaves => Waves.Count > 0 || WavesBy is not null;

    /// <summary>Whether units are cut into batches.</summary>
    public bool HasBatches => Admission is Admission.Batch or Admission.Waves or Admission.Schedule;

    /// <summary>Whether a batch waits for the last unit of the one before.</summary>
    public bool HasBarrier => Admission is Admission.Batch or Admission.Waves;

    /// <summary>Whether it can stop before every unit was admitted.</summary>
    public bool CanHalt =>
        Failure is not null
        || ProgressDeadline is not null
        || Probe is { BadShare: > 0 }
        || Limit is { CountsFailed: true };

    /// <summary>Whether a window of it has any rule beside its size.</summary>
    internal bool HasRules =>
        CanHalt
        || Tick is not null
        || Order != UnitOrder.Ready
        || ReleaseDelay > SimTime.Zero
        || Limit?.Domain is not null;
}
