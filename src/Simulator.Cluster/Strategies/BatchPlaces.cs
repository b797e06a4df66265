using Simulator.Kernel;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Strategies;

/// <summary>
/// Batches with a barrier, in the order of the units: a batch opens when the one before is done and baked; its units
/// start as they are ready.
/// </summary>
internal sealed class BatchPlaces : Places
{
    private readonly IReadOnlyList<int> _ends;
    private readonly SimTime _bake;
    private readonly UnitState[] _states;
    private readonly (ulong Key, int Tag)[] _asked;
    private readonly WaitQueue _asking = new();
    private int _batch;
    private int _left;
    private int _held;
    private bool _isBaking;

    /// <summary>Batch b holds the units [ends[b - 1], ends[b]).</summary>
    public BatchPlaces(Simulation simulation, IReadOnlyList<int> ends, SimTime bake)
        : base(simulation)
    {
        (_ends, _bake) = (ends, bake);
        _states = new UnitState[ends[^1]];
        _asked = new (ulong, int)[ends[^1]];
        _left = ends[0];
    }

    private enum UnitState : byte
    {
        Unready,
        Asking,
        Admitted,
        Done,
    }

    public override int QueueLength => _states.Count(state => state == UnitState.Asking);

    public override long Held => _held;

    public override void Request(ulong key, int unit, int tag)
    {
        _states[unit] = UnitState.Asking;
        _asked[unit] = (key, tag);
        if (unit < _ends[_batch] && !_isBaking)
        {
            _asking.Add(new Waiter(key, unit, tag, 1), Simulation.Round);
            Touch();
        }
    }

    public override void Release(int unit)
    {
        _held--;
        Finish(unit);
    }

    public override void Skip(int unit) => Finish(unit);

    /// <summary>The bake time is over.</summary>
    protected override void Wake(int tag)
    {
        _isBaking = false;
        Open();
        Touch();
    }

    protected override void Decide(GrantList grants)
    {
        _asking.Settle();
        while (_asking.Count > 0)
        {
            var request = _asking.First;
            _asking.RemoveFirst();
            if (_states[request.Customer] == UnitState.Asking)
            {
                _states[request.Customer] = UnitState.Admitted;
                _held++;
                grants.Give(request);
            }
        }
    }

    private void Finish(int unit)
    {
        if (_states[unit] == UnitState.Done)
        {
            return; // it failed while its admission was on the way
        }

        _states[unit] = UnitState.Done;
        if (unit < _ends[_batch] && --_left == 0)
        {
            Close();
        }
    }

    private void Close()
    {
        if (_batch + 1 == _ends.Count)
        {
            return;
        }

        _batch++;
        if (_bake > SimTime.Zero)
        {
            _isBaking = true;
            _left = int.MaxValue;
            Simulation.Schedule(Simulation.Now + _bake, 0, Customer, 0);
            return;
        }

        Open();
        Touch();
    }

    /// <summary>Counts who is left in the batch and calls in those that asked already.</summary>
    private void Open()
    {
        var first = _batch == 0 ? 0 : _ends[_batch - 1];
        _left = 0;
        for (var unit = first; unit < _ends[_batch]; unit++)
        {
            _left += _states[unit] == UnitState.Done ? 0 : 1;
            if (_states[unit] == UnitState.Asking)
            {
                _asking.Add(new Waiter(_asked[unit].Key, unit, _asked[unit].Tag, 1), Simulation.Round);
            }
        }

        if (_left == 0)
        {
            Close();
        }
    }
}
