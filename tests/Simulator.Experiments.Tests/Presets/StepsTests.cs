using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Presets;

/// <summary>Steps that a strategy adds to those of the file.</summary>
public sealed class StepsTests
{
    private static IEnumerable<string> Names(Scenario scenario) =>
        scenario.Model.Update.Steps.Select(step => step.Name);

    [Test]
    public void What_a_tool_waits_for_comes_before_steps_for_all()
    {
        var steps = "reboot: { takes: 5 min }, accept: { per: cluster, takes: 1 h }";

        Assert.That(Names(PresetRun.Scenario("kured: {}", 4, steps)), Is.EqualTo(["reboot", "verify", "accept"]));
    }

    [Test]
    public void In_a_graph_it_comes_after_all_that_is_held()
    {
        var steps =
            "a: { takes: 1 min }, b: { takes: 1 min, after: [] }, c: { per: cluster, takes: 1 h, after: [a, b] }";
        var verify = PresetRun.Scenario("kured: {}", 4, steps).Model.Update.Steps[^1];

        Assert.That(verify.Name, Is.EqualTo("verify"));
        Assert.That(verify.After, Is.EquivalentTo(["a", "b"]));
    }

    [Test]
    public void A_step_of_the_same_name_is_refused()
    {
        var refused = Assert.Throws<ScenarioException>(() =>
            PresetRun.Scenario("kured: {}", 4, "verify: { takes: 5 min }")
        );

        Assert.That(refused!.Message, Does.Contain("the rollout adds a step 'verify' of its own"));
    }

    [Test]
    public void A_linear_play_of_several_tasks_is_refused()
    {
        var refused = Assert.Throws<ScenarioException>(() =>
            PresetRun.Scenario("ansible-serial: {}", 4, "a: { takes: 5 min }, b: { takes: 5 min }")
        );

        Assert.That(refused!.Message, Does.Contain("Write 'strategy: host_pinned'"));
    }
}
