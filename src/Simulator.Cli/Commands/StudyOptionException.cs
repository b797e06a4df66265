namespace Simulator.Cli.Commands;

/// <summary>An option that the command cannot use.</summary>
internal sealed class StudyOptionException(string message) : Exception(message);
