using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Running;

/// <summary>Verified nodes on which the new version is bad: counted at once, seen by the failure policy when detected.</summary>
internal sealed class Defects : Agent
{
    private static readonly uint StreamId = Fnv1a.Hash32("update.defect");

    private readonly RunState _state;
    private readonly DefectSpec _spec;
    private readonly Halting? _halting;

    private Defects(RunState state, DefectSpec spec, Halting? halting)
        : base(state.Simulation) => (_state, _spec, _halting) = (state, spec, halting);

    /// <summary>Watches a run; null where no version is defective.</summary>
    /// <param name="state">The run.</param>
    /// <param name="halting">Is told of what is detected; null where nothing can stop the rollout.</param>
    public static Defects? Of(RunState state, Halting? halting)
    {
        state.Record.DefectiveNodes = 0;
        return state.Plan.Defect is { } spec ? new Defects(state, spec, halting) : null;
    }

    /// <summary>A node is verified at an instant, now or later.</summary>
    public void Note(int node, long verifiedAt)
    {
        if (_state.Stream.Uniform((uint)node, StreamId, 1, 0) >= _spec.Share)
        {
            return;
        }

        _state.Record.DefectiveNodes++;
        if (_halting is not null)
        {
            var key = _state.KeyOf(_state.Plan.Verified, node);
            Simulation.Schedule(new SimTime(verifiedAt) + _spec.DetectedAfter, key, Customer, node);
        }
    }

    /// <inheritdoc/>
    protected override void Wake(int tag) => _halting!.NoteDefect(tag);
}
