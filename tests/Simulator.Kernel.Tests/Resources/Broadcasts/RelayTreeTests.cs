using CsCheck;
using Simulator.Kernel.Resources.Broadcasts;

namespace Simulator.Kernel.Tests.Resources.Broadcasts;

/// <summary>A file that goes from hand to hand.</summary>
public sealed class RelayTreeTests
{
    [Test] // property: T = (N + M - 1) F / (M C)
    public void A_chain_is_a_pipeline() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40])
            .Sample(
                (receivers, chunks) =>
                {
                    var tree = Run(receivers, fanOut: 1, chunks, chunkBits: 8);
                    return tree.LastAt == SimTime.FromSeconds(receivers + chunks - 1) && tree.Complete == receivers;
                },
                iter: 200
            );

    [Test]
    public void A_tree_sends_each_chunk_to_one_child_after_the_other()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var tree = Tree(simulation, receivers: 6, fanOut: 2, chunks: 2, chunkBits: 8);

        for (var receiver = 0; receiver < 6; receiver++)
        {
            tree.Receive((ulong)receiver, receiver, 0, receiver);
        }

        tree.Start();
        simulation.Run();

        // the source sends at 1 and 3 s to the first child, at 2 and 4 s to the second; each of these needs 2 s a chunk for its two
        Assert.That(
            visitors.Log,
            Is.EqualTo(["3 s: 0 woken", "4 s: 1 woken", "4 s: 2 woken", "5 s: 3 woken", "5 s: 4 woken", "6 s: 5 woken"])
        );
    }

    [Test] // property: against the plain recursion of arrivals: chunk c reaches child j of i when i has it and has sent all before
    public void Arrivals_agree_with_a_plain_recursion() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 4], Gen.Int[1, 6])
            .Sample(
                (receivers, fanOut, chunks) =>
                {
                    var has = Enumerable.Range(0, receivers + 1).Select(_ => new int[chunks]).ToArray();
                    for (var sender = 0; sender <= receivers; sender++)
                    {
                        var now = 0;
                        var first = (sender * fanOut) + 1;
                        for (var chunk = 0; chunk < chunks; chunk++)
                        {
                            for (var child = first; child < first + fanOut && child <= receivers; child++)
                            {
                                now = Math.Max(now, has[sender][chunk]) + 1;
                                has[child][chunk] = now;
                            }
                        }
                    }

                    var last = Enumerable.Range(1, receivers).Max(receiver => has[receiver][^1]);
                    return Run(receivers, fanOut, chunks, chunkBits: 8).LastAt == SimTime.FromSeconds(last);
                },
                iter: 500
            );

    [Test]
    public void Two_cannot_wait_for_one_receiver()
    {
        var simulation = new Simulation();
        var tree = Tree(simulation, receivers: 2, fanOut: 1, chunks: 1, chunkBits: 8);
        tree.Receive(0, 0, 0, 1);

        Assert.That(
            () => tree.Receive(1, 1, 0, 1),
            Throws.InvalidOperationException.With.Message.Contains("two wait for receiver 1 of 'tree'")
        );
        Assert.That(() => tree.Receive(1, 1, 0, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        tree.Start();
        Assert.That(tree.Start, Throws.InvalidOperationException);
    }

    private static RelayTree Run(int receivers, int fanOut, int chunks, int chunkBits)
    {
        var simulation = new Simulation();
        var tree = Tree(simulation, receivers, fanOut, chunks, chunkBits);
        tree.Start();
        simulation.Run();
        return tree;
    }

    /// <summary>A second for each chunk.</summary>
    private static RelayTree Tree(Simulation simulation, int receivers, int fanOut, int chunks, int chunkBits)
    {
        var file = new ChunkedFile(new DataSize(chunks * chunkBits), chunks);
        return new RelayTree(simulation, "tree", receivers, new RelayPlan(fanOut, file, new DataRate(chunkBits)));
    }
}
