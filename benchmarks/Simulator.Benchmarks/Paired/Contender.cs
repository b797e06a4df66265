namespace Simulator.Benchmarks.Paired;

/// <summary>One way to do a workload.</summary>
/// <param name="Name">What it is, in a word or two.</param>
/// <param name="Prepare">Makes ready, which is not counted, and returns what is measured.</param>
internal sealed record Contender(string Name, Func<Action> Prepare);
