using Simulator.Experiments.Evidence;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Tests.Evidence;

/// <summary>Cases whose predictions are simple formulas.</summary>
internal static class Toy
{
    /// <summary>T(n) = n b: one server, b = 1 s in the file.</summary>
    public static Scenario Serial(string evidence, string measures = "makespan") =>
        Read("each: { takes: 1 s, uses: server }", evidence, measures);

    /// <summary>T(n) = a + n b: a = 3 s and b = 1 s in the file.</summary>
    public static Scenario Line(string evidence) =>
        Read("start: { per: cluster, takes: 3 s, in-service: true }\n    each: { takes: 1 s, uses: server }", evidence);

    /// <summary>The text of a scenario with a section of evidence.</summary>
    public static string Text(string steps, string evidence, string measures = "makespan") =>
        $$"""
            schema: 1
            name: toy
            cluster: { nodes: 10 }
            services: { server: { station: { servers: 1 } } }
            update:
              steps:
                {{steps}}
            evidence:
              n: nodes
              measures: {{measures}}
              mechanism: one server
              capacity: services.server.station.servers
              source: nowhere
              licence: none
              {{evidence}}
            """;

    /// <summary>What a study of the case says about a measured point.</summary>
    public static EvidenceRow Predict(Scenario scenario, decimal n, double measured) =>
        new CaseStudy("toy", scenario).Predict(new EvidencePoint(2, "toy", n, measured));

    private static Scenario Read(string steps, string evidence, string measures = "makespan") =>
        ScenarioFile.Parse(Text(steps, evidence, measures), "toy.yaml", TestContext.CurrentContext.TestDirectory);
}
