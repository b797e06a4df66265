using System.Text.Json;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Json;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Elicitation;

/// <summary>What <c>elicit</c> answers as one JSON object with fields in a fixed order; the tables are those of the CSV files.</summary>
public static class ElicitJson
{
    /// <summary>Writes the findings.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(ElicitResult found, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(found);
        Write(
            found.Scenario,
            stream,
            json =>
            {
                json.WriteNumber("draws_of_unknowns", found.Terms.Draws);
                json.WriteNumber("replications", found.Replications);
                json.WriteString("weights", found.Terms.IsWeighted ? "confidence" : "equal");
                TableJson.Write(json, "answer", ElicitWords.Answer(found));
                TableJson.Write(json, "warnings", ElicitWords.Warnings(found));
            },
            ElicitTables.All(found)
        );
    }

    /// <summary>Writes the empty questionnaire.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="questions">Its questions.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(Scenario scenario, IReadOnlyList<Question> questions, Stream stream) =>
        Write(scenario, stream, _ => { }, [QuestionTables.Of(questions)]);

    private static void Write(
        Scenario scenario,
        Stream stream,
        Action<Utf8JsonWriter> more,
        IReadOnlyList<Table> tables
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "elicit",
            json =>
            {
                json.WriteString("scenario", scenario.Name);
                json.WriteNumber("results_version", StudyResult.ResultsVersion);
                json.WriteNumber("seed", scenario.Seed);
                json.WriteNumber("nodes", scenario.Model.Cluster.Nodes);
                more(json);
                foreach (var table in tables)
                {
                    TableJson.Write(json, table);
                }
            }
        );
    }
}
