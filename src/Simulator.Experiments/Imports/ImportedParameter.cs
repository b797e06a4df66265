namespace Simulator.Experiments.Imports;

/// <summary>A parameter of a preset with the value that was found for it.</summary>
/// <param name="Name">Its name, in the tool's spelling.</param>
/// <param name="Origin">Who gave its value.</param>
public sealed record ImportedParameter(string Name, ParameterOrigin Origin)
{
    /// <summary>The value as a scenario writes it; null where it is missing.</summary>
    public string? Value { get; init; }

    /// <summary>Where it was read; null where it is not from a file.</summary>
    public SourcePlace? At { get; init; }

    /// <summary>Why it has to be given, or how it was converted, without a full stop; empty where there is nothing to say.</summary>
    public string Remark { get; init; } = "";
}
