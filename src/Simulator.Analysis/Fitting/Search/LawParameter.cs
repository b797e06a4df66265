namespace Simulator.Analysis.Fitting.Search;

/// <summary>A parameter of a family: its name, what it counts, and whether the search moves its logarithm.</summary>
internal sealed record LawParameter(string Name, ParameterDimension Dimension, bool IsPositive = true)
{
    public double FromPlace(double place) => IsPositive ? Math.Exp(place) : place;
}
