using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Broadcasts;

namespace Simulator.Kernel.Tests.Resources.Broadcasts;

/// <summary>Everybody who knows calls somebody.</summary>
public sealed class PushGossipTests
{
    [Test]
    public void Two_need_one_call_and_one_none()
    {
        Assert.That(Rounds(nodes: 2, replication: 0), Is.EqualTo(1));
        Assert.That(Rounds(nodes: 1, replication: 0), Is.Zero);
    }

    [Test] // three: the first call always informs; then a round informs the third with probability 1 - (1/2)^2
    public void Three_need_two_rounds_and_a_third_on_average()
    {
        var mean = Enumerable.Range(0, 20_000).Average(replication => Rounds(3, (ulong)replication));

        // 1 + 4/3, standard deviation 2/3
        Assert.That(mean, Is.EqualTo(1 + (4.0 / 3)).Within(4.5 * 0.667 / Math.Sqrt(20_000)));
    }

    [Test]
    public void A_node_is_told_at_the_end_of_the_round()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var gossip = new PushGossip(simulation, "rumour", 2, SimTime.FromSeconds(5), default);
        gossip.Receive(0, 0, 0, 0);
        gossip.Receive(1, 1, 0, 1);
        visitors.At(3, 9, () => gossip.Start(0));
        simulation.Run();

        Assert.That(visitors.Log, Is.EqualTo(["3 s: 0 woken", "8 s: 1 woken"]));
    }

    private static int Rounds(int nodes, ulong replication)
    {
        var simulation = new Simulation();
        var stream = StreamKey.Derive(3, replication);
        var gossip = new PushGossip(simulation, "rumour", nodes, SimTime.FromSeconds(1), stream);
        gossip.Start(0);
        simulation.Run();
        return gossip.Complete == nodes ? gossip.Rounds : -1;
    }
}
