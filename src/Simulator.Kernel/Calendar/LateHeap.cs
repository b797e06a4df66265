namespace Simulator.Kernel.Calendar;

/// <summary>Wake-ups that fell into the span that is being worked off: a 4-ary heap, small in practice.</summary>
internal sealed class LateHeap
{
    private CalendarEntry[] _entries = new CalendarEntry[64];

    public int Count { get; private set; }

    public ref readonly CalendarEntry First => ref _entries[0];

    public void Push(in CalendarEntry entry)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        var place = Count++;
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (!entry.IsBefore(_entries[parent]))
            {
                break;
            }

            _entries[place] = _entries[parent];
            place = parent;
        }

        _entries[place] = entry;
    }

    public CalendarEntry Pop()
    {
        var first = _entries[0];
        Count--;
        if (Count > 0)
        {
            SiftDown(_entries[Count]);
        }

        return first;
    }

    private void SiftDown(in CalendarEntry entry)
    {
        var place = 0;
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
                if (_entries[other].IsBefore(_entries[smallest]))
                {
                    smallest = other;
                }
            }

            if (!_entries[smallest].IsBefore(entry))
            {
                break;
            }

            _entries[place] = _entries[smallest];
            place = smallest;
        }

        _entries[place] = entry;
    }
}
