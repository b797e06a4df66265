namespace Simulator.Experiments.Files;

/// <summary>Tells a file with content from pipes and devices, which would block a reader or never end.</summary>
internal static class PlainFile
{
    /// <summary>Bytes in the file as its folder tells, without opening it; 0 for pipes and devices.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">The file system refused.</exception>
    public static long LengthOf(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder.");
        }

        var file = new FileInfo(path);
        return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
    }
}
