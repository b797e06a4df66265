namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>Files that cannot be run: each says what is wrong with it and where that has to be reported.</summary>
internal static partial class BadScenarios
{
    /// <summary>What is wrong, the text, and line:column and path of the first complaint.</summary>
    public static IEnumerable<(string Wrong, string Text, string At)> All =>
        [.. Texts, .. Structures, .. Numbers, .. Quantities, .. Laws, .. Services, .. Orders, .. Rollouts, .. Sweeps];

    private const string Pool = "\nservices: { p: { budget: { capacity: 1 } } }\n";

    private static string With(string old, string text) => Samples.Least.Replace(old, text, StringComparison.Ordinal);

    private static string Steps(string steps) => With("reboot: { takes: 5 min }", steps);

    private static string Takes(string law) => Steps($"a: {{ takes: {law} }}");

    private static string Rollout(string parts) => $"{Samples.Least}\nrollout: {{ {parts} }}\n";

    private static string Racks(string parts) =>
        Rollout(parts)
            .Replace("nodes: 10", "nodes: 10, topology: { rack: 5 nodes, row: 2 racks }", StringComparison.Ordinal);

    private static string Sweep(string axes) => $"{Samples.Least}\nsweep: {{ {axes} }}\n";

    private static string Service(string services) => $"\nservices: {{ {services} }}\n";
}
