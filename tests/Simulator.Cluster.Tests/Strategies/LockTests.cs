using CsCheck;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Tests.Strategies;

/// <summary>Units that look at ticks of their own, held against a loop that really looks at every tick.</summary>
public sealed class LockTests
{
    private const long Second = SimTime.NanosecondsPerSecond;

    [Test]
    public void Every_unit_starts_at_the_tick_at_which_polling_would_start_it() =>
        Gen.Select(
                Gen.Int[1, 25],
                Gen.Int[1, 4],
                Gen.Int[1, 90],
                Gen.Enum<TickPhase>(),
                Gen.Int[1, 200].Array[1, 5],
                Gen.Int[0, 1_000]
            )
            .Sample(
                (nodes, places, period, phase, spans, seed) =>
                    Ends(nodes, places, new TickSpec(SimTime.FromSeconds(period), phase), spans, (ulong)seed)
                        .SequenceEqual(
                            Polled(nodes, places, new TickSpec(SimTime.FromSeconds(period), phase), spans, (ulong)seed)
                        ),
                iter: 2_000,
                seed: "0N0XIzNsQ0O2",
                threads: 1
            );

    [Test]
    public void A_tick_at_the_instant_of_a_release_finds_the_place_free()
    {
        // places change hands at 0, 60, 120 s: each node works 60 s and all look at whole minutes
        var ends = Ends(3, 1, new TickSpec(SimTime.FromSeconds(60), TickPhase.Aligned), [60], 1);

        Assert.That(ends, Is.EqualTo([60 * Second, 120 * Second, 180 * Second]));
    }

    private static List<long> Ends(int nodes, int places, TickSpec tick, int[] spans, ulong seed)
    {
        var rollout = new RolloutSpec
        {
            Admission = Admission.Lock,
            Limit = new LimitSpec { MaxUnavailable = Quota.OfNodes(places) },
            Tick = tick,
        };
        var step = new StepSpec
        {
            Name = "work",
            Takes = new DurationSpec.Listed([.. spans.Select(span => (double)span)]),
        };
        var record = Rollout.Run(UpdatePlan.Compile(Build.Model(nodes, [step], rollout: rollout)), seed, 0);
        return [.. Enumerable.Range(0, nodes).Select(node => record.EndOf(node).Nanoseconds)];
    }

    /// <summary>Goes through all ticks of all nodes in the order of time, then of number.</summary>
    private static List<long> Polled(int nodes, int places, TickSpec tick, int[] spans, ulong seed)
    {
        var stream = StreamKey.Derive(seed, 0);
        var looks = new PriorityQueue<int, (long, int)>();
        var ends = new long[nodes];
        for (var node = 0; node < nodes; node++)
        {
            var first = tick.First(stream.Uniform((uint)node, Fnv1a.Hash32("rollout"), 1, 0));
            looks.Enqueue(node, (first.Nanoseconds, node));
        }

        while (looks.TryDequeue(out var node, out var at))
        {
            var now = at.Item1;
            if (ends.Count(end => end > now) < Math.Min(places, nodes))
            {
                ends[node] = now + (spans[node % spans.Length] * Second);
            }
            else
            {
                looks.Enqueue(node, (now + tick.Period.Nanoseconds, node));
            }
        }

        return [.. ends];
    }
}
