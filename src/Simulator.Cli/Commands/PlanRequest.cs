using Simulator.Experiments.Planning;

namespace Simulator.Cli.Commands;

/// <summary>What the user asked of <c>plan</c>.</summary>
internal sealed record PlanRequest(StudyRequest Study)
{
    public string? Within { get; init; }

    public string? Deadline { get; init; }

    public string? Probability { get; init; }

    public bool AsksLargest { get; init; }

    public required PlanTerms Terms { get; init; }
}
