namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>A file becomes a scenario whose parts are the model's own specs.</summary>
public sealed class ScenarioFileTests
{
    [Test]
    public void The_least_file_is_a_scenario()
    {
        var scenario = Samples.Read(Samples.Least);

        Assert.That(scenario.Model.Cluster.Nodes, Is.EqualTo(10));
    }
}
