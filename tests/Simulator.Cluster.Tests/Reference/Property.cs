using CsCheck;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Something that holds for every scenario; where it does not, the smallest counterexample found is printed.</summary>
internal static class Property
{
    /// <summary>Scenarios of a property in the inner loop, with a fixed seed.</summary>
    public const int Few = 150;

    /// <summary>Scenarios of a property at night, with a fresh seed, which a failure prints.</summary>
    public const int Many = 10_000;

    private const string FixedSeed = "0N0XIzNsQ0O2";

    /// <summary>Checks it on random scenarios.</summary>
    public static void Holds(
        this Gen<Scenario> scenarios,
        long count,
        Predicate<Scenario> property,
        Func<Scenario, string>? explain = null
    ) =>
        scenarios.Sample(
            scenario => property(scenario),
            iter: count,
            seed: count < Many ? FixedSeed : null,
            threads: 1,
            print: scenario =>
            {
                var small = Minimal.Shrink(scenario, smaller => !IsTrue(property, smaller));
                return ScenarioText.Of(small) + explain?.Invoke(small);
            }
        );

    private static bool IsTrue(Predicate<Scenario> property, Scenario scenario)
    {
        try
        {
            return property(scenario);
        }
        catch (Exception broken) when (broken is InvalidOperationException or DeadlockException or AssertionException)
        {
            return false;
        }
    }
}
