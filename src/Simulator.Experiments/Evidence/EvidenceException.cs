namespace Simulator.Experiments.Evidence;

/// <summary>Evidence that cannot be used: a folder, a file of points or a case; the message is for the user.</summary>
public sealed class EvidenceException(string message) : Exception(message);
