namespace Simulator.Cluster.Tests.Reference;

/// <summary>Makes a scenario in which something goes wrong as small as it gets.</summary>
internal static class Minimal
{
    /// <summary>Takes away and simplifies, one thing at a time, for as long as it still goes wrong.</summary>
    public static Scenario Shrink(Scenario scenario, Predicate<Scenario> isWrong)
    {
        while (Smaller.Of(scenario).FirstOrDefault(smaller => isWrong(smaller)) is { } next)
        {
            scenario = next;
        }

        return scenario;
    }
}
