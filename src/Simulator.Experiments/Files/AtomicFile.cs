namespace Simulator.Experiments.Files;

/// <summary>A file that appears whole or not at all: written beside its place, forced to the disk, then renamed.</summary>
/// <remarks>
/// <see cref="Stage"/> writes, <see cref="Commit"/> puts in place and replaces what was there; disposing without
/// committing leaves what was there. Several files staged first and committed last change together but for a crash
/// between two renames. Not thread-safe; two processes may stage the same path, the last to commit wins.
/// </remarks>
public sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _staged;
    private bool _isPending = true;

    private AtomicFile(string path, string staged)
    {
        _path = path;
        _staged = staged;
    }

    /// <summary>Writes and puts in place in one go.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = Stage(path, write);
        file.Commit();
    }

    /// <summary>Writes the content beside its place.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <returns>The staged file.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static AtomicFile Stage(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var full = Path.GetFullPath(path);
        var staged = Path.Combine(
            Path.GetDirectoryName(full)!,
            $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp"
        );
        var file = new AtomicFile(full, staged);
        var isWritten = false;
        try
        {
            using var stream = new FileStream(staged, FileMode.Create, FileAccess.Write, FileShare.None);
            write(stream);
            stream.Flush(flushToDisk: true);
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                file.Dispose();
            }
        }

        return file;
    }

    /// <summary>Puts the content in place.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Commit()
    {
        File.Move(_staged, _path, overwrite: true);
        _isPending = false;
    }

    /// <summary>Removes what was staged and not committed.</summary>
    public void Dispose()
    {
        if (_isPending)
        {
            _isPending = false;
            File.Delete(_staged);
        }
    }
}
