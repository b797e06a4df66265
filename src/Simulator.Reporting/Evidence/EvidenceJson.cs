using Simulator.Experiments.Evidence;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Evidence;

/// <summary>The answer of <c>evidence</c> as one JSON object with fields in a fixed order; the tables are those of the CSV files.</summary>
public static class EvidenceJson
{
    /// <summary>Writes the evidence.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(EvidenceResult evidence, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "evidence",
            json =>
            {
                json.WriteString("points", evidence.Source);
                json.WriteString("evidence_hash", evidence.Hash);
                json.WriteNumber("results_version", StudyResult.ResultsVersion);
                TableJson.Write(json, "answer", EvidenceWords.Answer(evidence));
                foreach (var table in EvidenceTables.All(evidence))
                {
                    TableJson.Write(json, table);
                }
            }
        );
    }
}
