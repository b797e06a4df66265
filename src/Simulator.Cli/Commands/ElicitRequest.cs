namespace Simulator.Cli.Commands;

/// <summary>What the user asked of <c>elicit</c>.</summary>
internal sealed record ElicitRequest(StudyRequest Study)
{
    public string? Questionnaire { get; init; }

    public IReadOnlyList<string> Answers { get; init; } = [];

    public int? Draws { get; init; }

    public bool IsWeighted { get; init; }

    public bool UsesRest { get; init; }
}
