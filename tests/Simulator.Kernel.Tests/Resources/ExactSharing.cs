namespace Simulator.Kernel.Tests.Resources;

/// <summary>
/// Equal sharing in exact fractions, O(n²): ends are rounded up to the nanosecond and only then free their share,
/// which is the rule that the link states.
/// </summary>
internal static class ExactSharing
{
    public static Rational[] Ends(long bandwidth, long cap, (long At, long Bits)[] arrivals)
    {
        var left = new Rational[arrivals.Length];
        var ends = new Rational[arrivals.Length];
        var active = new SortedSet<int>();
        var coming = new Queue<int>(Enumerable.Range(0, arrivals.Length).OrderBy(flow => arrivals[flow].At));
        Rational now = 0;
        while (active.Count > 0 || coming.Count > 0)
        {
            var rate = active.Count == 0 ? 0 : RateOf(bandwidth, cap, active.Count);
            Rational? next = coming.Count > 0 ? arrivals[coming.Peek()].At : null;
            foreach (var flow in active)
            {
                var end = new Rational((now + (left[flow] / rate)).Ceiling(), 1);
                next = next is null ? end : Rational.Min(next.Value, end);
            }

            foreach (var flow in active)
            {
                left[flow] -= rate * (next!.Value - now);
            }

            now = next!.Value;
            foreach (var flow in active.Where(flow => left[flow].Compare(0) <= 0).ToArray())
            {
                active.Remove(flow);
                ends[flow] = now;
            }

            while (coming.Count > 0 && now.Compare(arrivals[coming.Peek()].At) == 0)
            {
                var flow = coming.Dequeue();
                left[flow] = arrivals[flow].Bits;
                active.Add(flow);
            }
        }

        return ends;
    }

    /// <summary>Bits per nanosecond.</summary>
    private static Rational RateOf(long bandwidth, long cap, int flows) =>
        Rational.Min(new Rational(cap, 1_000_000_000), new Rational(bandwidth, 1_000_000_000L * flows));
}
