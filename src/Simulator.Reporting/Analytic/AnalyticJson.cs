using Simulator.Experiments.Analytic;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Analytic;

/// <summary>The answer by mean values as one JSON object with fields in a fixed order.</summary>
public static class AnalyticJson
{
    /// <summary>Writes an answer.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(AnalyticResult result, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            result.Command,
            json =>
            {
                json.WriteString("engine", "analytic");
                json.WriteString("scenario", result.Scenario.Name);
                json.WriteString("kind", result.Kind.Name);
                TableJson.Write(json, "answer", AnalyticWords.Answer(result));
                TableJson.Write(json, AnalyticTables.Cells(result));
                TableJson.Write(json, AnalyticTables.Thresholds(result));
                TableJson.Write(json, "warnings", result.Warnings);
            }
        );
    }
}
