using Simulator.Cluster.Records;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Running;

/// <summary>What the parts of a run share: the plan, the clock, the records, and who a customer is.</summary>
internal sealed class RunState
{
    private readonly long[][] _rows;
    private readonly int[] _widths;
    private readonly int[] _stepLevels;

    public RunState(Simulation simulation, UpdatePlan plan, RunRecord record, StreamKey stream)
    {
        (Simulation, Plan, Record, Stream) = (simulation, plan, record, stream);
        Steps = [.. plan.Steps];
        Ops = plan.Ops;
        Levels = plan.Levels;
        _widths = [.. plan.Widths];
        _rows = [.. Enumerable.Range(0, Levels.Count).Select(record.Rows)];
        _stepLevels = [.. Steps.Select(step => step.Level)];
    }

    public Simulation Simulation { get; }

    public UpdatePlan Plan { get; }

    public RunRecord Record { get; }

    /// <summary>The random numbers of the replication.</summary>
    public StreamKey Stream { get; }

    public PlanStep[] Steps { get; }

    public Op[] Ops { get; }

    public Levels Levels { get; }

    public long Now => Simulation.Now.Nanoseconds;

    /// <summary>A cell of the row of the customer of a step.</summary>
    public ref long Cell(int step, int customer, int column)
    {
        var level = _stepLevels[step];
        return ref _rows[level][(customer * _widths[level]) + column];
    }

    public int FirstNode(PlanStep step, int customer) =>
        step.Level == 0 ? customer : Levels.FirstNode(step.Level, customer);

    /// <summary>The attempt under way, from 1.</summary>
    public int AttemptOf(PlanStep step, int customer) =>
        step.CanFail ? (int)(Cell(step.Index, customer, step.AttemptColumn) >> 1) : 1;

    /// <summary>The order at one instant: node, then place in the plan, then attempt.</summary>
    public ulong KeyOf(PlanStep step, int customer) =>
        ((ulong)FirstNode(step, customer) << 32) | ((ulong)(uint)step.Index << 16) | (uint)AttemptOf(step, customer);
}
