namespace Simulator.Experiments.Scenarios;

/// <summary>A scenario that cannot be run, with everything that is wrong with it.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes the exception; its message is the whole text for the user.</summary>
    /// <param name="issues">At least one issue, in any order.</param>
    public ScenarioException(IReadOnlyList<Issue> issues)
        : base(Scenarios.Issues.Format(issues)) => Issues = Scenarios.Issues.Sorted(issues);

    /// <summary>Every issue, in the order of the file.</summary>
    public IReadOnlyList<Issue> Issues { get; }
}
