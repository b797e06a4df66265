namespace Simulator.Experiments.Elicitation;

/// <summary>Answers of experts that cannot be used as a whole; the message says what and where.</summary>
public sealed class ElicitException(string message) : Exception(message);
