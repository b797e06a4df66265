namespace Simulator.Kernel.Resources.Broadcasts;

/// <summary>How a file goes down a tree.</summary>
/// <param name="FanOut">d, at least 1: children of everybody; 1 makes a chain.</param>
/// <param name="File">What is sent, in which chunks.</param>
/// <param name="Rate">C, above 0: what everybody uploads at.</param>
public sealed record RelayPlan(int FanOut, ChunkedFile File, DataRate Rate);
