using System.Text.Json;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Json;

/// <summary>The answer of a command as one JSON object: version of the fields and command first, a line feed at the end.</summary>
internal static class JsonAnswer
{
    /// <summary>Writes an answer.</summary>
    /// <param name="stream">Where it goes, UTF-8; stays open.</param>
    /// <param name="command">The command that was answered.</param>
    /// <param name="content">Writes all other fields.</param>
    public static void Write(Stream stream, string command, Action<Utf8JsonWriter> content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, TableJson.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", StudyResult.Schema);
            json.WriteString("command", command);
            content(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }
}
