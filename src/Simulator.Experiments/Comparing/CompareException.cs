namespace Simulator.Experiments.Comparing;

/// <summary>What was given cannot be compared; the message says why and what to write.</summary>
public sealed class CompareException(string message) : Exception(message);
