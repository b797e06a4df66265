namespace Simulator.Experiments.Studies;

/// <summary>A count over simulated time, in one run.</summary>
/// <param name="Name">What is counted, such as <c>waiting for uploads</c>, <c>in flash</c>, <c>verified</c>.</param>
/// <param name="Kind">queue, work or done.</param>
/// <param name="Seconds">Instants, increasing, shape [n].</param>
/// <param name="Counts">The count from each instant on, shape [n].</param>
public sealed record TimeSeries(string Name, string Kind, IReadOnlyList<double> Seconds, IReadOnlyList<double> Counts);
