namespace Simulator.Kernel.Tests.Resources.Networks;

/// <summary>A flow of the reference: when, how much, over which links, cap and weight.</summary>
internal sealed record ExactFlow(long At, long Bits, int[] Links, long? Cap, int Weight);

/// <summary>
/// Weighted max-min fairness in exact fractions, every flow and link looked at for every change: ends are rounded up to the
/// nanosecond and only then free their share.
/// </summary>
internal static class ExactNetwork
{
    private const long Second = SimTime.NanosecondsPerSecond;

    /// <summary>Rates in bits per second by raising all levels together until a link or a cap binds.</summary>
    public static Rational[] Rates(IReadOnlyList<long> capacities, IReadOnlyList<ExactFlow> flows)
    {
        var rates = new Rational[flows.Count];
        var left = capacities.Select(capacity => new Rational(capacity, 1)).ToArray();
        var open = Enumerable.Range(0, flows.Count).ToHashSet();
        while (open.Count > 0)
        {
            var levels = new List<Rational>();
            for (var link = 0; link < left.Length; link++)
            {
                var weight = open.Where(flow => flows[flow].Links.Contains(link)).Sum(flow => flows[flow].Weight);
                levels.Add(weight == 0 ? long.MaxValue : left[link] / weight);
            }

            var caps = open.Where(flow => flows[flow].Cap is not null).Select(flow => CapLevel(flows[flow]));
            var level = levels.Concat(caps).Aggregate(Rational.Min);
            var bound = open.Where(flow =>
                    (flows[flow].Cap is not null && CapLevel(flows[flow]).Compare(level) == 0)
                    || flows[flow].Links.Any(link => levels[link].Compare(level) == 0)
                )
                .ToArray();
            foreach (var flow in bound)
            {
                open.Remove(flow);
                rates[flow] = level * flows[flow].Weight;
                foreach (var link in flows[flow].Links)
                {
                    left[link] -= rates[flow];
                }
            }
        }

        return rates;
    }

    /// <summary>The instants in nanoseconds at which the flows end.</summary>
    public static long[] Ends(
        IEnumerable<long> capacities,
        IReadOnlyList<ExactFlow> flows,
        IEnumerable<(long At, int Link, long Capacity)> changes
    )
    {
        var links = capacities.ToArray();
        var left = flows.Select(flow => new Rational(flow.Bits, 1)).ToArray();
        var ends = new long[flows.Count];
        var active = new List<int>();
        var coming = new Queue<int>(Enumerable.Range(0, flows.Count).OrderBy(flow => flows[flow].At));
        var switches = new Queue<(long At, int Link, long Capacity)>(changes.OrderBy(change => change.At));
        var now = 0L;
        while (active.Count > 0 || coming.Count > 0)
        {
            var rates = Rates(links, [.. active.Select(flow => flows[flow])]);
            var next = Math.Min(
                coming.Count > 0 ? flows[coming.Peek()].At : long.MaxValue,
                switches.Count > 0 ? switches.Peek().At : long.MaxValue
            );
            for (var index = 0; index < active.Count; index++)
            {
                var rate = rates[index] / Second;
                if (left[active[index]].Compare(0) <= 0)
                {
                    next = now;
                }
                else if (rate.Compare(0) > 0)
                {
                    next = Math.Min(next, now + (long)(left[active[index]] / rate).Ceiling());
                }
            }

            for (var index = 0; index < active.Count; index++)
            {
                left[active[index]] -= rates[index] / Second * (next - now);
            }

            now = next;
            foreach (var flow in active.Where(flow => left[flow].Compare(0) <= 0))
            {
                ends[flow] = now;
            }

            active.RemoveAll(flow => left[flow].Compare(0) <= 0);
            while (coming.Count > 0 && flows[coming.Peek()].At == now)
            {
                active.Add(coming.Dequeue());
            }

            while (switches.Count > 0 && switches.Peek().At == now)
            {
                var (_, link, capacity) = switches.Dequeue();
                links[link] = capacity;
            }
        }

        return ends;
    }

    private static Rational CapLevel(ExactFlow flow) => new(flow.Cap!.Value, flow.Weight);
}
