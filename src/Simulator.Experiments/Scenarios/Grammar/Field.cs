namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A key of a map.</summary>
/// <param name="Key">The key, kebab-case.</param>
/// <param name="Shape">What belongs to it.</param>
/// <param name="Doc">One sentence without line break; it is the text in editors and in the reference.</param>
internal sealed record Field(string Key, Shape Shape, string Doc)
{
    /// <summary>Whether the key must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The value that is taken where the key is missing; null where its absence has a meaning of its own.</summary>
    public string? Default { get; init; }

    /// <summary>A value that fits and makes sense here.</summary>
    public string Example
    {
        get => field ?? Default ?? Shape.Example;
        init;
    }
}
