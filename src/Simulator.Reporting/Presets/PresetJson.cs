using System.Text.Json;
using Simulator.Experiments.Presets;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Presets;

/// <summary>Presets as one JSON object with fields in a fixed order.</summary>
public static class PresetJson
{
    /// <summary>Writes presets.</summary>
    /// <param name="presets">The presets.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(IEnumerable<PresetPage> presets, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(presets);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "presets",
            json =>
            {
                json.WriteStartArray("presets");
                foreach (var preset in presets)
                {
                    Write(json, preset);
                }

                json.WriteEndArray();
            }
        );
    }

    private static void Write(Utf8JsonWriter json, PresetPage preset)
    {
        json.WriteStartObject();
        json.WriteString("id", preset.Id);
        json.WriteString("tool", preset.Tool);
        json.WriteString("summary", preset.Summary);
        TableJson.Write(json, PresetTables.Parameters(preset));
        TableJson.Write(json, "mapping", preset.Mapping);
        TableJson.Write(json, "limits", preset.Limits);
        json.WriteString("source", preset.Source);
        json.WriteString("date", preset.Date);
        json.WriteEndObject();
    }
}
