namespace Simulator.Experiments.Running;

/// <summary>An output folder cannot be used.</summary>
public sealed class StudyFolderException : Exception
{
    /// <summary>States the folder and what to do.</summary>
    /// <param name="message">The whole sentence.</param>
    public StudyFolderException(string message)
        : base(message) { }
}
