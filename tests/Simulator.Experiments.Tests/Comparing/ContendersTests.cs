using Simulator.Cluster.Strategies;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Tests.Scenarios;

namespace Simulator.Experiments.Tests.Comparing;

/// <summary>From files and presets to contenders, or to a sentence that says what does not fit.</summary>
public sealed class ContendersTests
{
    private static readonly Scenario Base = Named(
        "base",
        "rollout: { unit: rack, limit: { max-unavailable: 2 racks } }"
    );

    [Test]
    public void Presets_take_the_place_of_the_strategy_and_leave_the_unit()
    {
        var all = Contenders.Of([Base], "kured, ansible-serial(serial: [1, 25%], forks: 100, strategy: host_pinned)");

        Assert.That(all.Select(own => own.Name), Is.EqualTo(["base", "kured", "ansible-serial"]));
        Assert.That(all.Select(own => own.Scenario.Model.Rollout.Unit), Is.All.EqualTo("rack"));
        Assert.That(all[1].Scenario.Model.Rollout.Admission, Is.EqualTo(Admission.Lock));
        Assert.That(all[2].Scenario.Model.Rollout.Waves, Is.EqualTo([Quota.OfNodes(1), Quota.OfShare(0.25m)]));
    }

    [Test]
    public void One_preset_twice_is_named_by_its_parameters() =>
        Assert.That(
            Contenders.Of([Base], "kured(concurrency: 2), kured").Select(own => own.Name),
            Is.EqualTo(["base", "kured(concurrency: 2)", "kured"])
        );

    [Test]
    public void All_draw_from_the_seed_of_the_first()
    {
        var other = Named("other", "seed: 7");

        Assert.That(Contenders.Of([Base, other], null).Select(own => own.Scenario.Seed), Is.All.EqualTo(Base.Seed));
    }

    [TestCase("", "makes no comparison")]
    [TestCase("kurde", "'kurde', which is no preset. Did you mean 'kured'?")]
    [TestCase("kured, kured", "'kured' stands there twice")]
    [TestCase("salt-batch", "batch-size")]
    [TestCase("kured(concurency: 2)", "concurrency")]
    [TestCase("kured(concurrency: 2", "parameters stand in brackets")]
    [TestCase("kured(}{)", "parameters stand in brackets")]
    [TestCase("azure-operator-nexus-racks(thresholdType: PercentSuccess)", "thresholdValue")]
    public void What_does_not_fit_is_said_with_its_cure(string presets, string says) =>
        Assert.That(
            () => Contenders.Of([Base], presets),
            Throws.TypeOf<CompareException>().With.Message.Contains(says)
        );

    [Test]
    public void Clusters_of_other_sizes_and_equal_names_are_refused()
    {
        Assert.That(
            () => Contenders.Of([Base, Named("other").With("cluster.nodes", "20")], null),
            Throws.TypeOf<CompareException>().With.Message.Contains("'base' has 64 nodes and 'other' 20")
        );
        Assert.That(
            () => Contenders.Of([Base, Named("base")], null),
            Throws.TypeOf<CompareException>().With.Message.Contains("'base' stands there twice")
        );
    }

    [Test]
    public void Results_belong_to_names_and_scenarios()
    {
        var hash = Contenders.HashOf(Contenders.Of([Base], "kured"));

        Assert.That(Contenders.HashOf(Contenders.Of([Base], "kured(concurrency: 1)")), Is.EqualTo(hash));
        Assert.That(Contenders.HashOf(Contenders.Of([Base], "kured(concurrency: 2)")), Is.Not.EqualTo(hash));
    }

    private static Scenario Named(string name, string more = "") =>
        Samples.Read(
            $$"""
            schema: 1
            name: {{name}}
            cluster: { nodes: 64, topology: { rack: 16 nodes } }
            update: { steps: { work: { takes: 1 min } } }
            {{more}}
            """
        );
}
