using Simulator.Experiments.Comparing;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Comparing;

/// <summary>A comparison as one JSON object with fields in a fixed order; the tables are those of the CSV files.</summary>
public static class CompareJson
{
    /// <summary>Writes the findings.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(CompareResult found, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "compare",
            json =>
            {
                json.WriteString("scenario", found.Rows[0].Name);
                json.WriteNumber("results_version", StudyResult.ResultsVersion);
                json.WriteNumber("seed", found.Seed);
                json.WriteString("question", found.Question);
                json.WriteNumber("nodes", found.Nodes);
                json.WriteNumber("confidence", found.Confidence);
                TableJson.Write(json, "answer", CompareWords.Answer(found));
                TableJson.Write(json, CompareTables.Cells(found));
                TableJson.Write(json, CompareTables.Pairs(found));
                TableJson.Write(json, "warnings", found.Warnings);
            }
        );
    }
}
