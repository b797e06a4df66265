namespace Simulator.Experiments.Tests.Attribution;

/// <summary>Scenarios that several tests ask.</summary>
internal static class Samples
{
    /// <summary>Nine tasks on three servers, in the order of the list: a fourth server makes them slower.</summary>
    public const string Graham = """
        schema: 1
        name: graham
        cluster: { nodes: 1 }
        services: { cpu: { station: { servers: 3, discipline: priority } } }
        update:
          steps:
            t1: { takes: 3 s, uses: { cpu: { priority: 1 } }, after: [] }
            t2: { takes: 2 s, uses: { cpu: { priority: 2 } }, after: [] }
            t3: { takes: 2 s, uses: { cpu: { priority: 3 } }, after: [] }
            t4: { takes: 2 s, uses: { cpu: { priority: 4 } }, after: [] }
            t5: { takes: 4 s, uses: { cpu: { priority: 5 } }, after: [t4] }
            t6: { takes: 4 s, uses: { cpu: { priority: 6 } }, after: [t4] }
            t7: { takes: 4 s, uses: { cpu: { priority: 7 } }, after: [t4] }
            t8: { takes: 4 s, uses: { cpu: { priority: 8 } }, after: [t4] }
            t9: { takes: 9 s, uses: { cpu: { priority: 9 } }, after: [t1] }
        """;
}
