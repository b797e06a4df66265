namespace Simulator.Kernel.Observation;

/// <summary>A stretch of a run, [from, to), and what a resource was like in it.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The first instant beyond it; for the window that is still open, the present, which it includes.</param>
/// <param name="Statistics">What was observed; a copy, to keep or to merge.</param>
public sealed record ObservedWindow(SimTime From, SimTime To, ResourceStatistics Statistics);
