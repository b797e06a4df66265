namespace Simulator.Experiments.Imports;

/// <summary>A preset filled from a tool's own file.</summary>
/// <param name="Preset">The preset's id.</param>
/// <param name="Subject">What it was read from, as <c>Deployment/web</c>.</param>
/// <param name="At">Where that begins.</param>
/// <param name="Parameters">Every parameter that has a value or needs one, in the preset's order.</param>
/// <param name="Notes">What is not carried over, in the order of the files.</param>
public sealed record ImportedStrategy(
    string Preset,
    string Subject,
    SourcePlace At,
    IReadOnlyList<ImportedParameter> Parameters,
    IReadOnlyList<ImportNote> Notes
)
{
    /// <summary>Whether nodes are added before others go, so that the time of an added one matters.</summary>
    public bool AddsNodes { get; init; }

    /// <summary>Parameters that the user has to give.</summary>
    public IEnumerable<ImportedParameter> Missing =>
        Parameters.Where(parameter => parameter.Origin == ParameterOrigin.Missing);
}
