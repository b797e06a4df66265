using Simulator.Experiments.Planning;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Json;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Planning;

/// <summary>The answer to the question for the largest size as one JSON object.</summary>
public static class LargestJson
{
    /// <summary>Writes it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="sizes">The sizes that were looked at, rising.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(Scenario scenario, PlanGoal goal, IReadOnlyList<SizeTrial> sizes, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "plan",
            json =>
            {
                json.WriteString("scenario", scenario.Name);
                json.WriteString("scenario_hash", scenario.Hash);
                json.WriteNumber("results_version", StudyResult.ResultsVersion);
                json.WriteNumber("seed", scenario.Seed);
                TableJson.Write(json, "answer", [PlanWords.Largest(goal, sizes)]);
                long? largest = sizes.LastOrDefault(size => size.Holds)?.Nodes;
                TableJson.Write(json, "largest_nodes", Field.Of(largest));
                TableJson.Write(json, PlanTables.Sizes(sizes));
            }
        );
    }
}
