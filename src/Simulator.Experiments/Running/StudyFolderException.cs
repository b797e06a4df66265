namespace Simulator.Experiments.Running;

/// <summary>An output folder cannot be used.</summary>
public sealed class StudyFolderException : Exception
{
    /// <summary>States the folder and what to do.</summary>
    /// <param name="message">The whole sentence.</param>
    /// <param name="cause">What the file system said, where it did.</param>
    public StudyFolderException(string message, Exception? cause = null)
        : base(message, cause) { }
}
