namespace Simulator.Cluster.Tests.Reference;

/// <summary>The engine and the naive reference tell the same story of every scenario: property 15.</summary>
public sealed class ReferenceTests
{
    [TestCase(2_000)]
    [TestCase(100_000, Category = "Nightly")]
    public void P15_Engine_and_reference_agree(int scenarios)
    {
        var stuck = 0;
        RandomScenarios.All.Holds(
            scenarios,
            scenario =>
            {
                var differences = Disagreement.Find(scenario, out var isStuck);
                stuck += isStuck ? 1 : 0;
                return differences.Count == 0;
            },
            scenario => string.Join(Environment.NewLine, Disagreement.Find(scenario, out _))
        );

        Assert.That(stuck, Is.LessThan(scenarios / 3), "too many scenarios compare nothing but a standstill");
    }
}
