using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>Values change in place; all else stays.</summary>
[TestFixture]
internal sealed class ScenarioTextTests
{
    private const string Text =
        "# A question?\r\nschema: 1\r\nname: edit   # the name\r\ncluster: { nodes: 100 }\r\n"
        + "services: { api: { token-bucket: { rate: '20/s', burst: 30 } } }\r\n"
        + "update: { steps: { call: { calls: { api: 1 } } } }\r\n"
        + "rollout: { admission: waves, waves: [1, 10, 25 %] } # last repeats\r\n";

    [Test]
    public void Numbers_are_replaced_where_they_stand()
    {
        var scenario = ScenarioFile.Parse(Text, "edit.yaml", ".");

        var changed = ScenarioText.With(
            scenario,
            [
                ("services.api.token-bucket.burst", "500"),
                ("rollout.waves[2]", "80 %"),
                ("services.api.token-bucket.rate", "35/s"),
                ("cluster.nodes", "7"),
            ]
        );

        var expected = Text.Replace("'20/s', burst: 30", "35/s, burst: 500", StringComparison.Ordinal)
            .Replace("25 %", "80 %", StringComparison.Ordinal)
            .Replace("nodes: 100", "nodes: 7", StringComparison.Ordinal);
        Assert.That(changed, Is.EqualTo(expected));
    }

    [Test]
    public void The_changed_text_means_what_the_overrides_mean()
    {
        var scenario = ScenarioFile.Parse(Text, "edit.yaml", ".");
        (string, string)[] changes = [("services.api.token-bucket.rate", "35/s"), ("rollout.waves[1]", "12")];

        var read = ScenarioFile.Parse(ScenarioText.With(scenario, changes), "edit.yaml", ".");

        Assert.That(read.Hash, Is.EqualTo(scenario.With(changes).Hash));
    }

    [Test]
    public void A_value_that_the_file_does_not_state_is_refused() =>
        Assert.That(
            () => ScenarioText.With(ScenarioFile.Parse(Text, "edit.yaml", "."), [("rollout.bake", "5 s")]),
            Throws.ArgumentException
        );
}
