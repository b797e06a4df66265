namespace Simulator.Benchmarks.Commands;

/// <summary>A command as a user gives it.</summary>
/// <param name="Name">What it shows, in a few words.</param>
/// <param name="Arguments">Behind <c>o1sim</c>, with paths from the repository's root.</param>
/// <param name="Size">Nodes or replications where memory over these is fitted, else 0.</param>
/// <param name="Rounds">How often it is run; the median counts.</param>
internal sealed record CommandCase(string Name, string Arguments, long Size = 0, int Rounds = 5);
