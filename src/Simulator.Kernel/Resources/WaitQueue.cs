using System.Buffers;

namespace Simulator.Kernel.Resources;

/// <summary>First come, first served by (round, key): what came in one round of an instant is ordered by key, not by call.</summary>
/// <remarks>A long line borrows its memory while somebody waits, and gives it back when it is empty.</remarks>
public sealed class WaitQueue
{
    private const int Ahead = 8;
    private const int FewWaiters = 4;
    private const int LeastLent = 1024;

    private Waiter[] _waiters = new Waiter[FewWaiters];
    private int _head;
    private int _end;
    private int _settled;
    private long _round;
    private bool _isOutOfOrder;

    /// <summary>Requests that wait.</summary>
    public int Count => _end - _head;

    /// <summary>The request that is next; the queue must not be empty.</summary>
    public ref readonly Waiter First => ref _waiters[_head];

    /// <summary>Joins the line; those of an earlier round stay in front, whatever their keys.</summary>
    /// <param name="waiter">The request.</param>
    /// <param name="round"><see cref="Simulation.Round"/> as it is now.</param>
    public void Add(in Waiter waiter, long round)
    {
        if (round != _round)
        {
            Settle();
            _round = round;
        }

        if (_end == _waiters.Length)
        {
            MakeRoom();
        }

        if (_end > _settled && KeyOrder.Compare(waiter, _waiters[_end - 1]) < 0)
        {
            _isOutOfOrder = true;
        }

        _waiters[_end++] = waiter;
    }

    /// <summary>Closes the round: what came since the last call is put in the order of its keys.</summary>
    public void Settle()
    {
        if (_isOutOfOrder)
        {
            _waiters.AsSpan(_settled, _end - _settled).Sort(static (a, b) => KeyOrder.Compare(a, b));
            _isOutOfOrder = false;
        }

        _settled = _end;
    }

    /// <summary>Takes the next request out.</summary>
    public void RemoveFirst()
    {
        if (++_head == _end)
        {
            _head = _end = _settled = 0;
            if (_waiters.Length >= LeastLent)
            {
                Replace(new Waiter[FewWaiters]);
            }
        }
    }

    /// <summary>Takes the next request out, and has the customer fetched whose turn comes some grants later.</summary>
    /// <param name="simulation">The simulation that the customers live in.</param>
    public void RemoveFirst(Simulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        if (Count > Ahead)
        {
            simulation.Approach(_waiters[_head + Ahead]);
        }

        RemoveFirst();
    }

    /// <summary>Takes back a request that waits; O(n).</summary>
    /// <param name="customer">Who made it.</param>
    /// <param name="tag">What it was made with.</param>
    /// <returns>Whether it was waiting.</returns>
    public bool Remove(int customer, int tag)
    {
        for (var index = _head; index < _end; index++)
        {
            if (_waiters[index].Customer == customer && _waiters[index].Tag == tag)
            {
                Array.Copy(_waiters, index + 1, _waiters, index, _end - index - 1);
                _end--;
                _settled -= index < _settled ? 1 : 0;
                return true;
            }
        }

        return false;
    }

    private void MakeRoom()
    {
        var target = _head > _waiters.Length / 2 ? _waiters : NewArray(_waiters.Length * 2);
        Array.Copy(_waiters, _head, target, 0, Count);
        Replace(target);
        _end -= _head;
        _settled = Math.Max(0, _settled - _head);
        _head = 0;
    }

    private void Replace(Waiter[] target)
    {
        if (target != _waiters && _waiters.Length >= LeastLent)
        {
            ArrayPool<Waiter>.Shared.Return(_waiters);
        }

        _waiters = target;
    }

    private static Waiter[] NewArray(int length) =>
        length < LeastLent ? new Waiter[length] : ArrayPool<Waiter>.Shared.Rent(length);
}
