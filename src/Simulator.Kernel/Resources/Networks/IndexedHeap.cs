namespace Simulator.Kernel.Resources.Networks;

/// <summary>Things 0, 1, 2, ... by a key that may change, smallest first, ties by number: a 4-ary heap, O(log n).</summary>
internal sealed class IndexedHeap
{
    private const int Absent = -1;

    private (UInt128 Key, int Id)[] _entries = new (UInt128, int)[16];
    private int[] _places = [];

    public int Count { get; private set; }

    public int First => _entries[0].Id;

    public UInt128 FirstKey => _entries[0].Key;

    /// <summary>Enters a thing, or moves it to its new key.</summary>
    public void Set(int id, UInt128 key)
    {
        if (id >= _places.Length)
        {
            var known = _places.Length;
            Array.Resize(ref _places, Math.Max(16, 2 * (id + 1)));
            _places.AsSpan(known).Fill(Absent);
        }

        var place = _places[id];
        if (place == Absent)
        {
            if (Count == _entries.Length)
            {
                Array.Resize(ref _entries, 2 * Count);
            }

            place = Count++;
        }

        Settle((key, id), place);
    }

    /// <summary>Takes a thing out, if it is there.</summary>
    public void Remove(int id)
    {
        if (id >= _places.Length || _places[id] == Absent)
        {
            return;
        }

        var place = _places[id];
        _places[id] = Absent;
        Count--;
        if (place < Count)
        {
            Settle(_entries[Count], place);
        }
    }

    private static bool IsBefore(in (UInt128 Key, int Id) a, in (UInt128 Key, int Id) b) =>
        a.Key < b.Key || (a.Key == b.Key && a.Id < b.Id);

    private void Settle(in (UInt128 Key, int Id) entry, int place) => SiftUp(entry, SiftDown(entry, place));

    private void SiftUp(in (UInt128 Key, int Id) entry, int place)
    {
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!IsBefore(entry, _entries[parent]))
            {
                break;
            }

            Put(_entries[parent], place);
            place = parent;
        }

        Put(entry, place);
    }

    private int SiftDown(in (UInt128 Key, int Id) entry, int place)
    {
        while (true)
        {
            var child = (place << 2) + 1;
            if (child >= Count)
            {
                return place;
            }

            var smallest = child;
            var end = Math.Min(child + 4, Count);
            for (var other = child + 1; other < end; other++)
            {
                smallest = IsBefore(_entries[other], _entries[smallest]) ? other : smallest;
            }

            if (!IsBefore(_entries[smallest], entry))
            {
                return place;
            }

            Put(_entries[smallest], place);
            place = smallest;
        }
    }

    private void Put(in (UInt128 Key, int Id) entry, int place)
    {
        _entries[place] = entry;
        _places[entry.Id] = place;
    }
}
