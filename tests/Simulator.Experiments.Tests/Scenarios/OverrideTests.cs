using Simulator.Cluster.Strategies;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>Another value for a quantity gives another scenario, and the hash knows which differences matter.</summary>
public sealed class OverrideTests
{
    private readonly Scenario _full = Samples.Read(Samples.Full);

    [Test]
    public void A_quantity_is_replaced_by_its_path()
    {
        var other = _full.With("rollout.limit.max-unavailable", "90 nodes").With("cluster.nodes", "1000");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(other.Model.Rollout.Limit!.MaxUnavailable, Is.EqualTo(Quota.OfNodes(90)));
            Assert.That(other.Model.Cluster.Nodes, Is.EqualTo(1000));
            Assert.That(_full.Model.Cluster.Nodes, Is.EqualTo(18432));
            Assert.That(other.Sweep, Is.EqualTo(_full.Sweep));
        }
    }

    [Test]
    public void A_default_can_be_replaced_where_its_map_is_there()
    {
        var other = Samples.Read(Samples.Least).With("seed", "7");

        Assert.That(other.Seed, Is.EqualTo(7));
    }

    [Test]
    public void Items_of_lists_and_parts_of_mixtures_have_paths_too()
    {
        var other = _full.With(
            ("update.steps.reboot.takes.mixture[0].share", "90 %"),
            ("update.steps.reboot.takes.mixture[1].share", "10 %")
        );

        Assert.That(other.Hash, Is.Not.EqualTo(_full.Hash));
    }

    [TestCase(
        "cluster.node",
        "5",
        "s.yaml:1:1: 'cluster.node' names no quantity of this file. Did you mean 'cluster.nodes'?\n1 error, nothing was run.\n"
    )]
    [TestCase("name", "other", "s.yaml:1:1: 'name' names no quantity of this file.\n1 error, nothing was run.\n")]
    [TestCase(
        "cluster.nodes",
        "many",
        "s.yaml:8:10: cluster.nodes is 'many' – a whole number from 1 to 100,000,000 is needed. Write digits only.\n1 error, nothing was run.\n"
    )]
    [TestCase(
        "services.power.budget.capacity",
        "5 kW",
        "s.yaml:23:116: update.steps.drain.needs.power.amount is '8 kW' – a step cannot need more than budget 'power' holds, 5 kW."
    )]
    public void A_wrong_override_says_what_is_wrong(string path, string value, string message)
    {
        var refused = Assert.Throws<ScenarioException>(() => _full.With(path, value))!;

        Assert.That(refused.Message, Does.StartWith(message));
    }

    [Test]
    public void The_hash_does_not_see_nodes_comments_spelling_and_key_order()
    {
        var spelled = Samples
            .Full.Replace("# How long", "# How very long", StringComparison.Ordinal)
            .Replace("takes: 20 min, uses", "takes: 1200.0 s, uses", StringComparison.Ordinal)
            .Replace(
                "bandwidth: 100 Gbit/s, per-node: 1 Gbit/s",
                "per-node: 1000 Mbit/s, bandwidth: 12.5 GB/s",
                StringComparison.Ordinal
            )
            .Replace("nodes: 18432", "nodes: 1000", StringComparison.Ordinal)
            .Replace("points: 14", "points: 5", StringComparison.Ordinal)
            .Replace("deviation: 20 %", "deviation: 20.0 %", StringComparison.Ordinal);

        Assert.That(Samples.Read(spelled).Hash, Is.EqualTo(_full.Hash));
    }

    [TestCase("seed: 20261123", "seed: 20261124")]
    [TestCase("servers: 64", "servers: 65")]
    [TestCase("takes: 15 min", "takes: 16 min")]
    [TestCase("[1 %, 100 nodes]", "[1 %, 101 nodes]")]
    [TestCase("precision: 1 %", "precision: 2 %")]
    [TestCase("after: [flash]", "after: [drain]")]
    public void The_hash_sees_what_changes_results(string old, string text) =>
        Assert.That(
            Samples.Read(Samples.Full.Replace(old, text, StringComparison.Ordinal)).Hash,
            Is.Not.EqualTo(_full.Hash)
        );

    [Test]
    public void A_written_default_hashes_like_a_missing_one() =>
        Assert.That(Samples.Read(Samples.Least + "\nseed: 1\n").Hash, Is.EqualTo(Samples.Read(Samples.Least).Hash));

    [Test]
    public void Ranges_have_their_ends_and_rise()
    {
        var text =
            Samples.Least
            + "\nsweep: { update.steps.reboot.takes: { from: 0.5 min, to: 2 min, points: 4, scale: linear } }\n";

        Assert.That(Samples.Read(text).Sweep.Axes[0].Values, Is.EqualTo(["0.5 min", "1 min", "1.5 min", "2 min"]));
    }
}
