namespace Simulator.Kernel.Calendar;

/// <summary>Chunks of wake-ups that lists borrow and give back: no allocation once warm, and few cache misses.</summary>
internal sealed class ChunkPool
{
    internal const int ChunkSize = 16;

    private CalendarEntry[] _entries = new CalendarEntry[64 * ChunkSize];
    private int[] _next = new int[64];
    private int _used;
    private int _free = -1;

    public void Append(ref ChunkList list, in CalendarEntry entry)
    {
        var place = list.Count & (ChunkSize - 1);
        if (place == 0)
        {
            AddChunk(ref list);
        }

        _entries[(list.Last * ChunkSize) + place] = entry;
        list.Count++;
    }

    /// <summary>Reads a list to its end, and gives back each chunk as soon as it is read: a list can be dealt in place.</summary>
    public Cursor Drain(in ChunkList list) => new(this, list);

    private void AddChunk(ref ChunkList list)
    {
        var chunk = Take();
        _next[chunk] = -1;
        if (list.First < 0)
        {
            list.First = chunk;
        }
        else
        {
            _next[list.Last] = chunk;
        }

        list.Last = chunk;
    }

    private int Take()
    {
        if (_free >= 0)
        {
            var chunk = _free;
            _free = _next[chunk];
            return chunk;
        }

        if (_used == _next.Length)
        {
            Array.Resize(ref _next, _used * 2);
            Array.Resize(ref _entries, _used * 2 * ChunkSize);
        }

        return _used++;
    }

    private int Free(int chunk)
    {
        var next = _next[chunk];
        _next[chunk] = _free;
        _free = chunk;
        return next;
    }

    internal ref struct Cursor
    {
        private readonly ChunkPool _pool;
        private int _chunk;
        private int _place;
        private int _left;

        public Cursor(ChunkPool pool, in ChunkList list)
        {
            _pool = pool;
            _chunk = list.First;
            _place = -1;
            _left = list.Count;
        }

        /// <summary>Stands until the next move, whatever is appended meanwhile.</summary>
        public readonly ref readonly CalendarEntry Current => ref _pool._entries[(_chunk * ChunkSize) + _place];

        public bool MoveNext()
        {
            if (++_place == ChunkSize || (_left == 0 && _place > 0))
            {
                _chunk = _pool.Free(_chunk);
                _place = 0;
            }

            return --_left >= 0;
        }
    }
}
