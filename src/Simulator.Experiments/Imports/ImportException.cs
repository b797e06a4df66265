using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Imports;

/// <summary>Files that cannot be imported, with everything that is wrong with them.</summary>
public sealed class ImportException : Exception
{
    /// <summary>Makes the exception; its message is the whole text for the user.</summary>
    /// <param name="issues">At least one issue, file by file.</param>
    public ImportException(IReadOnlyList<Issue> issues)
        : base(Scenarios.Issues.Format(issues)) => Issues = Scenarios.Issues.Sorted(issues);

    /// <summary>Every issue, in the order of the files.</summary>
    public IReadOnlyList<Issue> Issues { get; }
}
