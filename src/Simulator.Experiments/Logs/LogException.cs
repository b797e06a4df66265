namespace Simulator.Experiments.Logs;

/// <summary>A log, or an option about it, that cannot be used; the message is the whole text for the user.</summary>
public sealed class LogException(string message) : Exception(message);
