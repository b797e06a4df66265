namespace Simulator.Experiments.Planning;

/// <summary>What was asked of a plan makes no sense for this scenario; the message says what to write.</summary>
public sealed class PlanException(string message) : Exception(message);
