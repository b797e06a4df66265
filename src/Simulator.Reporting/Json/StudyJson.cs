using System.Text.Json;
using Simulator.Analysis.Horizons;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Json;

/// <summary>The answer of <c>run</c> and <c>sweep</c> as one JSON object with fields in a fixed order.</summary>
/// <remarks>
/// The tables carry the columns of the CSV files of the same names. What is not estimable is null; numbers are finite
/// and shortest round-trip. Thread-safe.
/// </remarks>
public static class StudyJson
{
    /// <summary>Writes a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(StudyResult study, Stream stream) => Write(study, [], stream);

    /// <summary>Writes a study with what a command adds to it, after the tables that all have.</summary>
    internal static void Write(StudyResult study, IEnumerable<Table> more, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            study.Command,
            json =>
            {
                WriteHead(json, study);
                foreach (var table in StudyTables.All(study).Concat(more))
                {
                    TableJson.Write(json, table);
                }

                WriteGrowth(json, study);
                TableJson.Write(json, "warnings", study.Warnings);
            }
        );
    }

    private static void WriteHead(Utf8JsonWriter json, StudyResult study)
    {
        json.WriteString("scenario", study.Scenario);
        json.WriteString("scenario_hash", study.ScenarioHash);
        json.WriteNumber("results_version", StudyResult.ResultsVersion);
        TableJson.Write(json, "fingerprint", Field.OfFingerprint(study.Fingerprint));
        json.WriteNumber("seed", study.Seed);
        json.WriteString("question", study.Question);
        TableJson.Write(json, "answer", study.Answer);
        TableJson.Write(json, "confidence", Field.Of(study.Confidence));
        TableJson.Write(json, "share_verified", Field.Of(study.ShareVerified));
        TableJson.Write(json, "epsilon", Field.Of(study.Epsilon));
        TableJson.Write(json, "deadline_s", Field.Of(study.DeadlineSeconds));
        TableJson.Write(json, "axes", study.Axes);
        json.WriteNumber("waterfall_nodes", study.Focus.Nodes);
        TableJson.Write(json, "waterfall_axis_values", study.Focus.AxisValues);
    }

    private static void WriteGrowth(Utf8JsonWriter json, StudyResult study)
    {
        LawJson.Write(json, study);
        json.WriteStartArray("segments");
        foreach (var segment in study.Segments)
        {
            json.WriteStartObject();
            json.WriteNumber("from_nodes", segment.From);
            json.WriteNumber("to_nodes", segment.To);
            json.WriteString("class", segment.Class);
            TableJson.Write(json, "exponent", Field.Of(segment.Exponent?.Value));
            json.WriteNumber("sizes", segment.Sizes);
            TableJson.Write(json, "exponent_from_nodes", Field.Of(segment.Exponent?.Nodes));
            TableJson.Write(json, "exponent_to_nodes", Field.Of(2 * segment.Exponent?.Nodes));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        TableJson.WriteObject(
            json,
            "horizon",
            study.Horizon,
            (inner, horizon) =>
            {
                TableJson.WriteObject(inner, "against_t_inf", horizon.AgainstTInf, WriteHorizon);
                TableJson.WriteObject(inner, "against_t1", horizon.AgainstT1, WriteHorizon);
                TableJson.WriteObject(inner, "against_plateau", horizon.AgainstPlateau, WriteHorizon);
            }
        );
    }

    private static void WriteHorizon(Utf8JsonWriter json, Horizon horizon)
    {
        json.WriteNumber("from_nodes", horizon.From);
        TableJson.Write(json, "last_holding", Field.Of(horizon.LastHolding));
        TableJson.Write(json, "first_exceeding", Field.Of(horizon.FirstExceeding));
    }
}
