using CsCheck;
using Simulator.Kernel.Calendar;

namespace Simulator.Kernel.Tests.Calendar;

/// <summary>The calendar against a sorted list: same wake-ups, same order, whatever the workload.</summary>
public sealed class EventCalendarTests
{
    /// <summary>A workload: at each step so many pushes at such gaps from now, then so many pops.</summary>
    private static readonly Gen<(long Gap, ulong Key, int Customer)> TieHeavy = Gen.Select(
        Gen.Long[0, 3],
        Gen.ULong[0, 3],
        Gen.Int[-2, 2]
    );

    private static readonly Gen<(long Gap, ulong Key, int Customer)> Bursty = Gen.Select(
        Gen.Frequency((5, Gen.Const(0L)), (2, Gen.Const(30_000_000_000L)), (2, Gen.Long[0, 1_000_000_000_000])),
        Gen.ULong[0, 1000],
        Gen.Int[-100, 100]
    );

    private static readonly Gen<(long Gap, ulong Key, int Customer)> Hold = Gen.Select(
        Gen.Double[0, 1].Select(u => (long)(-1e9 * Math.Log(1 - (u * 0.999999)))),
        Gen.ULong,
        Gen.Int
    );

    [Test]
    public void Ties_come_in_the_order_of_content() => Check(TieHeavy, pushes: 40, pops: 40, steps: 60);

    [Test]
    public void Bursts_come_in_the_order_of_content() => Check(Bursty, pushes: 400, pops: 350, steps: 12);

    [Test]
    public void Holds_come_in_the_order_of_content() => Check(Hold, pushes: 30, pops: 30, steps: 80);

    [Test]
    public void A_large_hold_is_in_order()
    {
        var calendar = new EventCalendar();
        var state = 88172645463325252UL;
        var rank = 0;
        for (; rank < 100_000; rank++)
        {
            calendar.Push(new CalendarEntry((long)(Next(ref state) >> 30), Next(ref state), rank, 0));
        }

        var last = new CalendarEntry(long.MinValue, 0, 0, 0);
        for (var step = 0; step < 500_000; step++)
        {
            Assert.That(calendar.TryPeekTime(out var time), Is.True);
            var entry = calendar.Take();
            if (entry.Time != time || !last.IsBefore(entry))
            {
                Assert.Fail($"{entry} came after {last}, peeked {time}");
            }

            last = entry;
            // gaps over nine orders of magnitude, ties among them
            var gap = (long)(Next(ref state) >> (30 + (int)(Next(ref state) % 31)));
            calendar.Push(new CalendarEntry(entry.Time + gap, entry.Key + 1, rank++, 0));
        }

        Assert.That(calendar.Count, Is.EqualTo(100_000));
    }

    [Test]
    public void A_million_wake_ups_at_one_instant_come_by_key()
    {
        const int Entries = 1_000_000;
        var calendar = new EventCalendar();
        for (var index = 0; index < Entries; index++)
        {
            // 7919 is coprime to the number of entries: every key once
            calendar.Push(new CalendarEntry(42, (ulong)(index * 7919L % Entries), index, 0));
        }

        for (var key = 0UL; key < Entries; key++)
        {
            if (!calendar.TryPeekTime(out _) || calendar.Take().Key != key)
            {
                Assert.Fail($"key {key} is not next");
            }
        }

        Assert.That(calendar.IsEmpty);
    }

    private static void Check(Gen<(long Gap, ulong Key, int Customer)> load, int pushes, int pops, int steps) =>
        Gen.Select(load.Array[0, pushes], Gen.Int[0, pops])
            .Array[1, steps]
            .Sample(workload => IsSorted(workload), iter: 200);

    private static bool IsSorted(((long Gap, ulong Key, int Customer)[] Pushes, int Pops)[] workload)
    {
        var calendar = new EventCalendar();
        var naive = new SortedSet<CalendarEntry>(
            Comparer<CalendarEntry>.Create(
                (a, b) =>
                    a.IsBefore(b) ? -1
                    : b.IsBefore(a) ? 1
                    : 0
            )
        );
        var now = 0L;
        var tag = 0;
        foreach (var (pushed, pops) in workload.Append(([], int.MaxValue)))
        {
            foreach (var (gap, key, customer) in pushed)
            {
                var entry = new CalendarEntry(now + gap, key, customer, tag++);
                calendar.Push(entry);
                naive.Add(entry);
            }

            for (var pop = 0; pop < pops && naive.Count > 0; pop++)
            {
                var expected = naive.Min;
                naive.Remove(expected);
                if (!calendar.TryPeekTime(out now) || now != expected.Time || calendar.Take() != expected)
                {
                    return false;
                }
            }
        }

        return calendar.IsEmpty;
    }

    [Test]
    public void Once_warm_it_needs_no_more_memory()
    {
        var calendar = new EventCalendar();
        void Fill()
        {
            var start = calendar.TryPeekTime(out var first) ? first : 0;
            for (var entry = 0; entry < 5_000; entry++)
            {
                calendar.Push(new CalendarEntry(start + 1 + (entry * 7_919L % 5_003), (ulong)entry, entry, 0));
            }

            for (; calendar.Count > 1; calendar.Take())
            {
                calendar.TryPeekTime(out _);
            }

            calendar.TryPeekTime(out _);
        }

        for (var round = 0; round < 20; round++)
        {
            Fill();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            Fill();
        }

        // 500,000 entries of 24 bytes went through
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(10_000));
    }

    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
}
