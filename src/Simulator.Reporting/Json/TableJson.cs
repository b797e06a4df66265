using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Json;

/// <summary>Tables, texts and fields as parts of a JSON object.</summary>
internal static class TableJson
{
    /// <summary>How all objects are written.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A table as an array of objects, named as the table is.</summary>
    public static void Write(Utf8JsonWriter json, Table table)
    {
        json.WriteStartArray(table.Name);
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var place = 0; place < row.Count; place++)
            {
                Write(json, table.Columns[place], row[place]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An array of texts.</summary>
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>A field.</summary>
    public static void Write(Utf8JsonWriter json, string name, Field field)
    {
        json.WritePropertyName(name);
        field.WriteTo(json);
    }

    /// <summary>An object, or null where there is none.</summary>
    public static void WriteObject<T>(Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        write(json, value);
        json.WriteEndObject();
    }
}
