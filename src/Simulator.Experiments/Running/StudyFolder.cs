using System.Text.Json;
using Simulator.Experiments.Files;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Running;

/// <summary>The output folder of a study: it belongs to one scenario and one results version, and to one process at a time.</summary>
public static class StudyFolder
{
    private const string FileName = "study.json";
    private const string LockName = ".study.lock";

    /// <summary>Claims a folder for a study, or finds it claimed by the same one.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="scenarioHash">SHA-256 of the effective scenario.</param>
    /// <param name="isForced">Whether what another study, or another program, left there is replaced.</param>
    /// <param name="names">Files that the study will write, beside its units.</param>
    /// <returns>Holds the folder until it is disposed of; the system lets go of it when the process dies.</returns>
    /// <exception cref="StudyFolderException">
    /// It is no folder, may not be written, holds the results of another study or files of the same names that are not a
    /// study's, or another process is at work in it.
    /// </exception>
    public static IDisposable Claim(string folder, string scenarioHash, bool isForced, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(names);
        var held = Hold(folder);
        try
        {
            var path = Path.Combine(folder, FileName);
            var claim = new Claimed(scenarioHash, StudyResult.ResultsVersion);
            var isSame = File.Exists(path) && Read(path) == claim;
            if (!isSame && !isForced)
            {
                RefuseWhatIsThere(folder, path, names);
            }

            var units = Path.Combine(folder, "units");
            if (!isSame && Directory.Exists(units))
            {
                Directory.Delete(units, recursive: true);
            }

            AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, claim));
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static FileStream Hold(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || File.Exists(folder))
        {
            throw new StudyFolderException($"--out is '{folder}': a folder is needed, and it may be a new one.");
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StudyFolderException($"--out is '{folder}', which cannot be made: {refused.Message}", refused);
        }

        try
        {
            var path = Path.Combine(folder, LockName);
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new StudyFolderException(
                $"--out is '{folder}', which may not be written: {refused.Message}",
                refused
            );
        }
        catch (IOException refused)
        {
            throw new StudyFolderException(
                $"'{folder}' cannot be used: another o1sim is at work in it, or the disk refuses ({refused.Message}).",
                refused
            );
        }
    }

    private static void RefuseWhatIsThere(string folder, string path, IReadOnlyList<string> names)
    {
        const string cure = "Write another --out, or --force to replace them.";
        if (File.Exists(path))
        {
            throw new StudyFolderException(
                $"'{folder}' holds the results of another scenario or results version. {cure}"
            );
        }

        if (names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name))) is { } taken)
        {
            throw new StudyFolderException(
                $"'{folder}' holds a '{taken}' that no study of o1sim has put there. {cure}"
            );
        }
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
