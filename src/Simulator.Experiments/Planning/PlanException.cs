namespace Simulator.Experiments.Planning;

/// <summary>What was asked of a scenario makes no sense for it; the message says what to write.</summary>
public sealed class PlanException(string message) : Exception(message);
