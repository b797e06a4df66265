using Simulator.Experiments.Linting;
using Simulator.Reporting.Json;

namespace Simulator.Reporting.Linting;

/// <summary>Findings as one JSON object with fields in a fixed order.</summary>
public static class LintJson
{
    /// <summary>Writes findings.</summary>
    /// <param name="results">What was found, scenario by scenario.</param>
    /// <param name="stream">Where it goes, UTF-8, ends with a line feed; stays open.</param>
    public static void Write(IReadOnlyList<LintResult> results, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(stream);
        JsonAnswer.Write(
            stream,
            "lint",
            json =>
            {
                TableJson.Write(json, "scenarios", [.. results.Select(result => result.Scenario.Name)]);
                TableJson.Write(json, LintTables.Of(results));
            }
        );
    }
}
