namespace Simulator.Experiments.Logs.Reading;

/// <summary>Opens files of users.</summary>
internal static class LogFiles
{
    /// <summary>Opens a file for reading from its begin to its end.</summary>
    /// <exception cref="LogException">It is not there or may not be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LogException($"{path}: the file does not exist.");
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new LogException($"{path}: the file cannot be read.");
        }
    }
}
