namespace Simulator.Experiments.Planning;

/// <summary>What a plan may do, and what it costs.</summary>
public sealed record PlanTerms
{
    /// <summary>Key paths of the numbers that may be raised; all levers where it is empty.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Price of one more unit of a number, by key path, in any currency.</summary>
    public IReadOnlyDictionary<string, double> Prices { get; init; } =
        new Dictionary<string, double>(StringComparer.Ordinal);
}
