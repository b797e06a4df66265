using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Calendar;

/// <summary>
/// The wake-ups to come, smallest (time, key) first: a ladder queue. Push and pop are O(1) amortised.
/// </summary>
/// <remarks>
/// <para>
/// Far wake-ups lie unsorted in <c>top</c>; when they are needed, they are dealt into the buckets of a rung, a crowded
/// bucket into the buckets of a finer rung, and a small one is sorted into <c>bottom</c>, from which wake-ups are taken.
/// What is pushed into the span that bottom covers goes to a small heap beside it.
/// </para>
/// <para>Source: W. T. Tang, R. S. M. Goh, I. L. Thng, "Ladder Queue", ACM TOMACS 15(3), 2005, section 3.</para>
/// </remarks>
internal sealed class EventCalendar(LookAhead? lookAhead = null)
{
    private const int MaximumRungs = 8;
    private const int CrowdedBucket = 96;
    private const int Ahead = 16;

    private readonly ChunkPool _pool = new();
    private readonly Rung[] _rungs = new Rung[MaximumRungs];
    private readonly LateHeap _late = new();
    private ChunkList _top = ChunkList.Empty;
    private long _topStart;
    private long _topMinimum = long.MaxValue;
    private long _topMaximum = long.MinValue;
    private int _rungCount;
    private CalendarEntry[] _bottom = new CalendarEntry[256];
    private int _bottomHead;
    private int _bottomEnd;
    private bool _lateIsNext;

    /// <summary>Wake-ups that wait.</summary>
    public int Count { get; private set; }

    public bool IsEmpty => Count == 0;

    public void Push(in CalendarEntry entry)
    {
        Count++;
        if (entry.Time >= _topStart)
        {
            _pool.Append(ref _top, entry);
            _topMinimum = Math.Min(_topMinimum, entry.Time);
            _topMaximum = Math.Max(_topMaximum, entry.Time);
            return;
        }

        for (var index = 0; index < _rungCount; index++)
        {
            if (_rungs[index].TryPush(entry, _pool))
            {
                return;
            }
        }

        _late.Push(entry);
    }

    public bool TryPeekTime(out long time)
    {
        if (Count == 0)
        {
            time = 0;
            return false;
        }

        if (_bottomHead == _bottomEnd && _late.Count == 0)
        {
            Refill();
        }

        _lateIsNext = LateIsNext();
        time = _lateIsNext ? _late.First.Time : _bottom[_bottomHead].Time;
        return true;
    }

    /// <summary>Takes the wake-up that <see cref="TryPeekTime"/> saw; nothing may have been pushed since.</summary>
    public CalendarEntry Take()
    {
        Count--;
        if (_lateIsNext)
        {
            return _late.Pop();
        }

        if (lookAhead is not null && _bottomHead + Ahead < _bottomEnd)
        {
            ref readonly var coming = ref _bottom[_bottomHead + Ahead];
            lookAhead.Approach(coming.Customer, coming.Tag);
        }

        return _bottom[_bottomHead++];
    }

    private bool LateIsNext() =>
        _late.Count > 0 && (_bottomHead == _bottomEnd || _late.First.IsBefore(_bottom[_bottomHead]));

    /// <summary>Sorts the next bucket that holds anything into bottom; called only when something waits.</summary>
    private void Refill()
    {
        while (true)
        {
            if (_rungCount == 0)
            {
                var top = _top;
                _top = ChunkList.Empty;
                var (minimum, maximum) = (_topMinimum, _topMaximum);
                (_topMinimum, _topMaximum) = (long.MaxValue, long.MinValue);
                if (top.Count <= CrowdedBucket || minimum == maximum)
                {
                    _topStart = maximum + 1;
                    LoadBottom(top);
                    return;
                }

                _topStart = Deal(top, minimum, maximum);
                continue;
            }

            var rung = _rungs[_rungCount - 1];
            if (!rung.TryTakeNext(out var bucket, out var start))
            {
                _rungCount--;
                continue;
            }

            if (bucket.Count > CrowdedBucket && rung.Width > 1 && _rungCount < MaximumRungs)
            {
                Deal(bucket, start, start + rung.Width - 1);
                continue;
            }

            LoadBottom(bucket);
            return;
        }
    }

    /// <summary>Deals a list into the buckets of a new, finer rung; returns the first instant beyond it.</summary>
    private long Deal(ChunkList list, long minimum, long maximum)
    {
        var rung = _rungs[_rungCount] ??= new Rung();
        _rungCount++;
        var end = rung.Lay(minimum, maximum, list.Count);
        var cursor = _pool.Drain(list);
        while (cursor.MoveNext())
        {
            rung.Append(cursor.Current, _pool);
        }

        return end;
    }

    private void LoadBottom(ChunkList list)
    {
        if (_bottom.Length < list.Count)
        {
            _bottom = new CalendarEntry[Math.Max(list.Count, _bottom.Length * 2)];
        }

        _bottomHead = 0;
        _bottomEnd = list.Count;
        var index = 0;
        var cursor = _pool.Drain(list);
        while (cursor.MoveNext())
        {
            _bottom[index++] = cursor.Current;
            lookAhead?.Announce(cursor.Current.Customer);
        }

        SortBottom();
        for (index = 0; lookAhead is not null && index < _bottomEnd && index < Ahead; index++)
        {
            lookAhead.Approach(_bottom[index].Customer, _bottom[index].Tag);
        }
    }

    private void SortBottom()
    {
        var entries = _bottom.AsSpan(0, _bottomEnd);
        if (entries.Length > 40)
        {
            entries.Sort(default(EntryOrder));
            return;
        }

        for (var index = 1; index < entries.Length; index++)
        {
            var entry = entries[index];
            var place = index - 1;
            while (place >= 0 && entry.IsBefore(entries[place]))
            {
                entries[place + 1] = entries[place];
                place--;
            }

            entries[place + 1] = entry;
        }
    }

    private readonly struct EntryOrder : IComparer<CalendarEntry>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Compare(CalendarEntry x, CalendarEntry y) =>
            x.Time != y.Time ? (x.Time < y.Time ? -1 : 1)
            : x.IsBefore(y) ? -1
            : y.IsBefore(x) ? 1
            : 0;
    }
}
