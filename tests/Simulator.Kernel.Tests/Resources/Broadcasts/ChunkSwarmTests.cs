using CsCheck;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Broadcasts;

namespace Simulator.Kernel.Tests.Resources.Broadcasts;

/// <summary>A swarm.</summary>
public sealed class ChunkSwarmTests
{
    [Test]
    public void One_receiver_is_served_as_fast_as_the_source_and_it_can()
    {
        var swarm = Run(chunks: 10, bits: 1_000, [Peer(50), Peer(10, 20)]);

        Assert.That(swarm.LastAt.Seconds, Is.EqualTo(50).Within(1e-7));
    }

    [Test]
    public void Equal_peers_end_near_the_best_schedule()
    {
        // the best that anybody can do with 63 peers and 100 chunks of 1 s is 105 s
        var swarm = Run(chunks: 100, bits: 1_000, [.. Enumerable.Repeat(Peer(10), 64)]);

        Assert.That(swarm.LastAt.Seconds, Is.InRange(105, 130));
    }

    [Test]
    public void A_slow_member_does_not_hold_the_others_up()
    {
        // a tenth of a bit a second for ten bits: the source, at 100, needs 30 s for three files alone
        var swarm = Run(chunks: 100, bits: 1_000, [Peer(100), Peer(1), Peer(1), Peer(1)]);

        Assert.That(swarm.LastAt.Seconds, Is.InRange(3_000.0 / 103, 31));
    }

    [Test] // property: any rates: everybody gets all, between the fluid bound and three times it (twice in a thousand tries)
    public void Everybody_gets_all_not_far_above_the_fluid_bound() =>
        Gen.Select(
                Gen.Long[10, 1_000],
                Gen.Select(Gen.OneOf(Gen.Long[0, 10], Gen.Long[0, 1_000]), Gen.Long[10, 2_000]).Array[1, 20],
                Gen.ULong
            )
            .Sample(
                (source, peers, seed) =>
                {
                    const long Bits = 1_000_000;
                    SwarmPeer[] members = [Peer(source), .. peers.Select(peer => Peer(peer.Item1, peer.Item2))];
                    var swarm = Run(chunks: 64, Bits, members, seed);
                    var bound = new[]
                    {
                        (double)Bits / source,
                        (double)Bits / peers.Min(peer => peer.Item2),
                        (double)Bits * peers.Length / (source + peers.Sum(peer => peer.Item1)),
                    }.Max();
                    return swarm.Complete == peers.Length
                        && swarm.LastAt.Seconds >= bound * (1 - 1e-9)
                        && swarm.LastAt.Seconds <= 3 * bound;
                },
                iter: 200
            );

    [Test]
    public void A_source_that_sends_nothing_is_refused() =>
        Assert.That(
            () => Run(chunks: 1, bits: 1, [Peer(0), Peer(1)]),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );

    private static SwarmPeer Peer(long upload, long? download = null) =>
        new(new DataRate(upload), download is { } rate ? new DataRate(rate) : null);

    private static ChunkSwarm Run(int chunks, long bits, SwarmPeer[] members, ulong seed = 1)
    {
        var simulation = new Simulation();
        var file = new ChunkedFile(new DataSize(bits), chunks);
        var swarm = new ChunkSwarm(simulation, "swarm", file, members, StreamKey.Derive(seed, 0));
        swarm.Start();
        simulation.Run();
        return swarm;
    }
}
