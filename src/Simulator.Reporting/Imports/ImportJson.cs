using System.Text.Json;
using Simulator.Experiments.Imports;
using Simulator.Reporting.Json;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Imports;

/// <summary>Imported strategies as one JSON object with fields in a fixed order.</summary>
public static class ImportJson
{
    /// <summary>Writes what was found.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="scenario">The scenario with the strategy in it; null where none was asked for.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(ImportResult result, string? scenario, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "import",
            json =>
            {
                json.WriteStartArray("strategies");
                foreach (var strategy in result.Strategies)
                {
                    Write(json, strategy);
                }

                json.WriteEndArray();
                TableJson.Write(json, Notes(result.Notes));
                json.WriteString("scenario", scenario);
            }
        );
    }

    private static void Write(Utf8JsonWriter json, ImportedStrategy strategy)
    {
        json.WriteStartObject();
        json.WriteString("preset", strategy.Preset);
        json.WriteString("subject", strategy.Subject);
        json.WriteString("file", strategy.At.File);
        json.WriteNumber("line", strategy.At.Line);
        TableJson.Write(json, Parameters(strategy.Parameters));
        TableJson.Write(json, Notes(strategy.Notes));
        json.WriteString("rollout", RolloutText.Of(strategy, []));
        json.WriteEndObject();
    }

    private static Table Parameters(IEnumerable<ImportedParameter> parameters) =>
        Table.From<ImportedParameter>(
            "parameters",
            [
                new("parameter", parameter => Field.Of(parameter.Name)),
                new("value", parameter => Field.Of(parameter.Value)),
                new("origin", parameter => Field.Of(Word(parameter.Origin))),
                new("file", parameter => Field.Of(parameter.At?.File)),
                new("line", parameter => Field.Of(parameter.At?.Line)),
                new("column", parameter => Field.Of(parameter.At?.Column)),
                new("path", parameter => Field.Of(parameter.At?.Path)),
                new("remark", parameter => Field.Of(parameter.Remark)),
            ],
            parameters
        );

    private static Table Notes(IEnumerable<ImportNote> notes) =>
        Table.From<ImportNote>(
            "not_carried_over",
            [
                new("file", note => Field.Of(note.At.File)),
                new("line", note => Field.Of(note.At.Line)),
                new("column", note => Field.Of(note.At.Column)),
                new("path", note => Field.Of(note.At.Path)),
                new("value", note => Field.Of(note.Value)),
                new("reason", note => Field.Of(note.Reason)),
            ],
            notes
        );

    private static string Word(ParameterOrigin origin) =>
        origin switch
        {
            ParameterOrigin.File => "file",
            ParameterOrigin.Set => "set",
            ParameterOrigin.Default => "default",
            _ => "missing",
        };
}
