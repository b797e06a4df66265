using Simulator.Cluster.Records;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Records;

/// <summary>The most nodes out of service at once, counted by hand.</summary>
public sealed class OutOfServiceTests
{
    [Test]
    public void Without_limit_all_are_out_at_once() => Assert.That(Peak(7, RolloutSpec.AllAtOnce), Is.EqualTo(7));

    [Test] // 3 + 3 + 1: who returns at an instant makes room for who leaves at it
    public void Batches_are_out_one_at_a_time() => Assert.That(Peak(7, Build.Batch(Quota.OfNodes(3))), Is.EqualTo(3));

    [Test] // 2 + 1 admitted at a time, 1 of them made up for by the added node
    public void An_added_node_makes_up_for_one()
    {
        var limit = new LimitSpec { MaxUnavailable = Quota.OfNodes(2), Surge = Quota.OfNodes(1) };

        Assert.That(Peak(7, new RolloutSpec { Limit = limit }), Is.EqualTo(2));
    }

    [Test]
    public void A_step_in_service_takes_nobody_out()
    {
        var step = Build.Step("stage", 60) with { InService = true };
        var plan = UpdatePlan.Compile(Build.Model(5, [step]));

        Assert.That(OutOfService.Peak(Rollout.Run(plan, seed: 1, replication: 0)), Is.Zero);
    }

    private static int Peak(int nodes, RolloutSpec rollout)
    {
        var plan = UpdatePlan.Compile(Build.Model(nodes, [Build.Step("work", 60)], rollout: rollout));
        return OutOfService.Peak(Rollout.Run(plan, seed: 1, replication: 0));
    }
}
