using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Simulator.Experiments.Files;

namespace Simulator.Cli.Commands;

/// <summary><c>environment.json</c>: where a study ran, which no result depends on.</summary>
internal static class EnvironmentFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(string folder, int threads)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["o1sim"] = typeof(EnvironmentFile).Assembly.GetName().Version?.ToString(3) ?? "",
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["platform"] = RuntimeInformation.RuntimeIdentifier,
            ["culture"] = CultureInfo.CurrentCulture.Name,
            ["threads"] = $"{threads}",
        };
        AtomicFile.Write(
            Path.Combine(folder, "environment.json"),
            stream => JsonSerializer.Serialize(stream, environment, Indented)
        );
    }
}
