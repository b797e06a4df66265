namespace Simulator.Experiments.Files;

/// <summary>Several files that change together: all are on the disk before the first is put in place.</summary>
public static class StagedFiles
{
    /// <summary>Writes files into a folder, or leaves it as it was.</summary>
    /// <param name="directory">The folder; made where it is missing. Other files in it are left alone.</param>
    /// <param name="contents">Names and what writes them.</param>
    /// <returns>The names in ordinal order.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static IReadOnlyList<string> Write(
        string directory,
        IEnumerable<(string Name, Action<Stream> Write)> contents
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(contents);
        Directory.CreateDirectory(directory);
        var staged = new List<AtomicFile>();
        try
        {
            var ordered = contents.OrderBy(content => content.Name, StringComparer.Ordinal).ToList();
            foreach (var (name, write) in ordered)
            {
                staged.Add(AtomicFile.Stage(Path.Combine(directory, name), write));
            }

            foreach (var file in staged)
            {
                file.Commit();
            }

            return [.. ordered.Select(content => content.Name)];
        }
        finally
        {
            staged.ForEach(file => file.Dispose());
        }
    }
}
