using System.Text.Json;
using Simulator.Experiments.Files;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Running;

/// <summary>The output folder of a study: it belongs to one scenario and one results version.</summary>
public static class StudyFolder
{
    private const string FileName = "study.json";

    /// <summary>Claims a folder for a study, or finds it claimed by the same one.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="scenarioHash">SHA-256 of the effective scenario.</param>
    /// <param name="isForced">Whether the units of another study are thrown away.</param>
    /// <exception cref="StudyFolderException">The folder belongs to another study.</exception>
    public static void Claim(string folder, string scenarioHash, bool isForced)
    {
        var path = Path.Combine(folder, FileName);
        var claim = new Claimed(scenarioHash, StudyResult.ResultsVersion);
        if (File.Exists(path) && Read(path) != claim)
        {
            if (!isForced)
            {
                throw new StudyFolderException(
                    $"'{folder}' holds the results of another scenario or results version. Write another --out, or --force to replace them."
                );
            }

            var units = Path.Combine(folder, "units");
            if (Directory.Exists(units))
            {
                Directory.Delete(units, recursive: true);
            }
        }

        Directory.CreateDirectory(folder);
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, claim));
    }

    private static Claimed? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Claimed>(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Claimed(string Scenario, int ResultsVersion);
}
