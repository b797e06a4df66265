using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Records;

/// <summary>
/// What happened in one run: a row for each node, and for each group that did a step, of the instants of every step, the
/// waits by service, attempts and outcome.
/// </summary>
/// <remarks>
/// Columns are named by <see cref="PlanStep"/>; instants and spans are nanoseconds, -1 and below mean "never". What belongs
/// to one node lies side by side. Not thread-safe while the run goes on, immutable after it.
/// </remarks>
public sealed class RunRecord
{
    private readonly long[][] _rows;
    private readonly int[] _widths;
    private readonly byte[] _outcomes;

    internal RunRecord(UpdatePlan plan)
    {
        Plan = plan;
        _widths = [.. plan.Widths];
        _outcomes = new byte[plan.Levels.Nodes];
        WorkBrokenOff = new Int128[plan.Steps.Count];
        _rows = new long[plan.Levels.Count][];
        for (var level = 0; level < _rows.Length; level++)
        {
            var cells = checked(_widths[level] * plan.Levels.GroupsOf(level));
            _rows[level] = GC.AllocateUninitializedArray<long>(cells);
        }
    }

    /// <summary>The plan that was run; names the columns.</summary>
    public UpdatePlan Plan { get; }

    /// <summary>Wake-ups and grants handled.</summary>
    public long EventCount { get; internal set; }

    /// <summary>Why the rollout stopped before every unit was admitted, where it did.</summary>
    public HaltCause Halt { get; internal set; }

    /// <summary>Verified nodes on which the new version is bad.</summary>
    public int DefectiveNodes { get; internal set; }

    /// <summary>How each service was used, in the order of the model.</summary>
    public IReadOnlyList<ServiceUsage> Usage { get; internal set; } = [];

    /// <summary>N.</summary>
    public int Nodes => _outcomes.Length;

    /// <summary>The instant at which the last node reached its end: T.</summary>
    public SimTime Makespan
    {
        get
        {
            var last = 0L;
            var column = Plan.Verified.StartColumn;
            for (var node = 0; node < Nodes; node++)
            {
                last = Math.Max(last, Cell(0, node, column));
            }

            return new SimTime(last);
        }
    }

    /// <summary>How a node ended.</summary>
    public Outcome OutcomeOf(int node) => (Outcome)_outcomes[node];

    /// <summary>The instant at which a node was verified, or failed.</summary>
    public SimTime EndOf(int node) => new(Cell(0, node, Plan.Verified.StartColumn));

    /// <summary>One cell of the records, in nanoseconds.</summary>
    /// <param name="level">The level.</param>
    /// <param name="group">The node, or the group.</param>
    /// <param name="column">A column of a step of this level.</param>
    /// <returns>An instant or a span; -1 and below mean "never".</returns>
    public long Cell(int level, int group, int column) => _rows[level][(group * _widths[level]) + column];

    /// <summary>Attempts that a node (group) made at a step, from 1.</summary>
    public long AttemptsOf(PlanStep step, int group)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.AttemptColumn < 0 ? 1 : Cell(step.Level, group, step.AttemptColumn) >> 1;
    }

    /// <summary>The instant at which a share of all nodes was verified.</summary>
    /// <param name="share">q in (0, 1].</param>
    /// <returns>The instant; null where too many nodes failed.</returns>
    public SimTime? TimeToVerify(double share)
    {
        var ends = new List<long>(Nodes);
        for (var node = 0; node < Nodes; node++)
        {
            if (OutcomeOf(node) == Outcome.Verified)
            {
                ends.Add(Cell(0, node, Plan.Verified.StartColumn));
            }
        }

        var wanted = Math.Max(1, (int)Math.Ceiling(share * Nodes));
        if (wanted > ends.Count)
        {
            return null;
        }

        ends.Sort();
        return new SimTime(ends[wanted - 1]);
    }

    /// <summary>Nodes that ended in an outcome.</summary>
    public int Count(Outcome outcome) => _outcomes.AsSpan().Count((byte)outcome);

    /// <summary>What <see cref="Fingerprint"/> takes from failed attempts and refused calls, as far as the run is.</summary>
    internal ulong Repeats { get; set; }

    /// <summary>Work that attempts had done when they were broken off, by step of the plan, in nanoseconds.</summary>
    internal Int128[] WorkBrokenOff { get; }

    internal long[] Rows(int level) => _rows[level];

    internal void ClearOutcomes() => Array.Clear(_outcomes);

    internal void SetOutcome(int node, Outcome outcome) => _outcomes[node] = (byte)outcome;
}
