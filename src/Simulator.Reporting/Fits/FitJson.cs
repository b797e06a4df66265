using Simulator.Experiments.Logs;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Fits;

/// <summary>The answer of <c>fit</c> as one JSON object with fields in a fixed order; the tables are those of the CSV files.</summary>
public static class FitJson
{
    /// <summary>Writes a fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(LogFit fit, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "fit",
            json =>
            {
                json.WriteString("log", fit.Source);
                json.WriteString("log_hash", fit.Hash);
                json.WriteNumber("results_version", StudyResult.ResultsVersion);
                json.WriteNumber("seed", fit.Seed);
                TableJson.Write(json, "answer", [.. fit.Steps.Select(StepWords.Answer)]);
                json.WriteNumber("rows", fit.Rows);
                json.WriteNumber("rows_used", fit.Used);
                foreach (var table in FitTables.All(fit))
                {
                    TableJson.Write(json, table);
                }

                json.WriteString("fragment", FragmentText.Of(fit));
                TableJson.Write(json, "warnings", FitText.Warnings(fit));
            }
        );
    }
}
