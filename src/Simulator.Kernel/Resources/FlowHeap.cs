namespace Simulator.Kernel.Resources;

/// <summary>Transfers by the service at which they are done: a 4-ary heap, O(log n).</summary>
internal sealed class FlowHeap
{
    private Flow[] _flows = new Flow[16];

    public int Count { get; private set; }

    public ref readonly Flow First => ref _flows[0];

    public void Push(in Flow flow)
    {
        if (Count == _flows.Length)
        {
            Array.Resize(ref _flows, Count * 2);
        }

        SiftUp(flow, Count++);
    }

    public Flow Pop()
    {
        var first = _flows[0];
        RemoveAt(0);
        return first;
    }

    /// <summary>Takes a transfer out before it is done; O(n).</summary>
    public bool Remove(int customer, int tag) => TryTake(customer, tag, out _);

    /// <summary>As <see cref="Remove"/>, and gives it.</summary>
    public bool TryTake(int customer, int tag, out Flow flow)
    {
        var place = PlaceOf(customer, tag);
        if (place < 0)
        {
            flow = default;
            return false;
        }

        flow = _flows[place];
        RemoveAt(place);
        return true;
    }

    /// <summary>Takes one out that is here, before it is done; O(n).</summary>
    public Flow Take(int customer, int tag)
    {
        var place = PlaceOf(customer, tag);
        var flow = _flows[place];
        RemoveAt(place);
        return flow;
    }

    /// <summary>Moves all targets down, so that service attained over decades does not overflow; O(n).</summary>
    public void Lower(UInt128 by)
    {
        for (var place = 0; place < Count; place++)
        {
            var flow = _flows[place];
            _flows[place] = flow with { Target = flow.Target > by ? flow.Target - by : UInt128.Zero };
        }
    }

    private int PlaceOf(int customer, int tag)
    {
        for (var place = 0; place < Count; place++)
        {
            if (_flows[place].Customer == customer && _flows[place].Tag == tag)
            {
                return place;
            }
        }

        return -1;
    }

    private void RemoveAt(int place)
    {
        Count--;
        if (place == Count)
        {
            return;
        }

        var moved = _flows[Count];
        place = SiftDown(moved, place);
        SiftUp(moved, place);
    }

    private void SiftUp(in Flow flow, int place)
    {
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!flow.IsBefore(_flows[parent]))
            {
                break;
            }

            _flows[place] = _flows[parent];
            place = parent;
        }

        _flows[place] = flow;
    }

    private int SiftDown(in Flow flow, int place)
    {
        while (true)
        {
            var child = (place << 2) + 1;
            if (child >= Count)
            {
                break;
            }

            var smallest = child;
            var end = Math.Min(child + 4, Count);
            for (var other = child + 1; other < end; other++)
            {
                if (_flows[other].IsBefore(_flows[smallest]))
                {
                    smallest = other;
                }
            }

            if (!_flows[smallest].IsBefore(flow))
            {
                break;
            }

            _flows[place] = _flows[smallest];
            place = smallest;
        }

        _flows[place] = flow;
        return place;
    }
}
