namespace Simulator.Analysis.Fitting.Search;

/// <summary>A component of a mixture on the scale of y = ln x: weight, mean and deviation.</summary>
internal readonly record struct MixtureComponent(double Weight, double Mu, double Sigma);
