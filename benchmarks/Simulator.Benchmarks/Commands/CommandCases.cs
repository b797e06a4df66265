using System.Globalization;

namespace Simulator.Benchmarks.Commands;

/// <summary>The commands that benchmarks/README.md tells of.</summary>
internal static class CommandCases
{
    public const string Memory = "memory over nodes";
    public const string Growth = "memory over replications";
    public const string OneThread = "sweep, one thread";
    public const string TwoThreads = "sweep, two threads";

    /// <summary>Not a command of the tool but of the benchmarks: one rollout of W3 in a process of its own.</summary>
    public const string Alone = "alone";

    private const string Small = "scenarios/rolling-window.yaml --nodes 100";
    private const string Million = "scenarios/million-nodes-w3.yaml";
    private const string Sweep = "sweep scenarios/gpu-driver-parallel.yaml --replications 300 --threads";

    public static IEnumerable<CommandCase> All()
    {
        yield return new CommandCase("help", "--help");
        yield return new CommandCase("small run", $"run {Small}");
        yield return new CommandCase("shipped sweep", "sweep scenarios/gb200-firmware.yaml", Rounds: 3);
        foreach (var nodes in new[] { 100_000, 1_000_000, 10_000_000 })
        {
            yield return new CommandCase(Memory, Text($"{Alone} {nodes}"), nodes, 1);
        }

        yield return new CommandCase("a million nodes", $"run {Million} --replications 2", Rounds: 3);
        foreach (var count in new[] { 100, 1_000, 10_000, 100_000 })
        {
            yield return new CommandCase(Growth, Text($"run {Small} --replications {count}"), count, 3);
        }

        yield return new CommandCase(OneThread, $"{Sweep} 1");
        yield return new CommandCase(TwoThreads, $"{Sweep} 2");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
