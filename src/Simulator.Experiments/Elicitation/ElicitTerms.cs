namespace Simulator.Experiments.Elicitation;

/// <summary>How answers are pooled and drawn.</summary>
public sealed record ElicitTerms
{
    /// <summary>Draws of the unknowns unless told otherwise.</summary>
    public const int DefaultDraws = 400;

    /// <summary>The fewest draws.</summary>
    public const int FewestDraws = 50;

    /// <summary>The fewest replications of each draw: one alone does not show chance.</summary>
    public const int FewestReplications = 2;

    /// <summary>Replications of each draw unless told otherwise.</summary>
    public const int DefaultReplications = 8;

    /// <summary>Draws of the unknowns, at least <see cref="FewestDraws"/>.</summary>
    public int Draws { get; init; } = DefaultDraws;

    /// <summary>Whether experts count by confidence; else all count alike.</summary>
    public bool IsWeighted { get; init; }
}
