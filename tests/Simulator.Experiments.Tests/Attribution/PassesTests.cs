using Simulator.Experiments.Attribution;

namespace Simulator.Experiments.Tests.Attribution;

/// <summary>What a controller's passes and a service that is down cost is charged to them, not to the limit beside them.</summary>
public sealed class PassesTests
{
    private const string Controller = """
        schema: 1
        name: passes
        cluster: { nodes: 10 }
        update: { steps: { install: { takes: 6 min } } }
        rollout: { admission: controller, tick: { period: 5 min, most: 2 }, limit: { max-unavailable: 10 nodes } }
        """;

    private const string Down = """
        schema: 1
        name: down
        cluster: { nodes: 10 }
        services: { u: { station: { servers: 2, outages: [{ at: 5 min, lasts: 1 h }] } } }
        update: { steps: { install: { takes: 10 min, uses: u } } }
        """;

    [Test] // passes at 0, 5, ... 20 min, then 6 min of work: 26 min
    public void A_limit_that_never_binds_is_not_blamed_for_the_passes()
    {
        var factors = new FactorSet(Tests.Scenarios.Samples.Read(Controller).Model);

        Assert.That(
            factors.Factors.Select(factor => factor.Name),
            Is.EqualTo(new[] { "rollout.limit", "rollout.tick.most" })
        );
        Assert.That(Minutes(factors, 0b11), Is.EqualTo(26));
        Assert.That(Minutes(factors, 0b10), Is.EqualTo(26), "without the limit");
        Assert.That(Minutes(factors, 0b01), Is.EqualTo(6), "without the passes");
        Assert.That(Minutes(factors, 0b00), Is.EqualTo(6));
    }

    [Test] // 5 rounds of 10 min, interrupted for an hour
    public void An_outage_is_a_failure_that_can_be_removed()
    {
        var factors = new FactorSet(Tests.Scenarios.Samples.Read(Down).Model);

        Assert.That(factors.Factors.Select(factor => factor.Name), Is.EqualTo(new[] { "failures", "u" }));
        Assert.That(Minutes(factors, 0b11), Is.EqualTo(110));
        Assert.That(Minutes(factors, 0b10), Is.EqualTo(50), "without failures");
    }

    private static double Minutes(FactorSet factors, ulong inForce) =>
        Simulator.Cluster.Rollout.Run(factors.Plan(inForce), seed: 1, replication: 0).Makespan.Seconds / 60;
}
