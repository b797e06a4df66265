namespace Simulator.Analysis.MeanField;

/// <summary>A bandwidth that flows share equally, each at most at its own cap.</summary>
/// <param name="Bandwidth">B, bits per second, above 0.</param>
/// <param name="PerFlow">b at most B, bits per second, above 0.</param>
public readonly record struct FlowLink(double Bandwidth, double PerFlow);
