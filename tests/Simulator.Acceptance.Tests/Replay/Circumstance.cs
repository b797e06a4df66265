namespace Simulator.Acceptance.Tests.Replay;

/// <summary>One circumstance under which the corpus is replayed, that must not show in any result.</summary>
/// <param name="Name">How the matrix calls it.</param>
/// <param name="Threads">Threads of the study.</param>
/// <param name="Environment">Environment variables of the process.</param>
internal sealed record Circumstance(
    string Name,
    int Threads,
    params IReadOnlyList<(string Name, string Value)> Environment
)
{
    /// <summary>All circumstances of the matrix.</summary>
    public static IReadOnlyList<Circumstance> All { get; } =
    [
        new("1 thread", 1),
        new("2 threads", 2),
        new("4 threads", 4),
        new("8 threads", 8),
        InCulture("tr-TR", 1),
        InCulture("de-DE", 2),
        InCulture("ar-SA", 4),
        new("AVX off", 2, ("DOTNET_EnableAVX", "0")),
        new("FMA off", 2, ("DOTNET_EnableFMA", "0")),
        new("all hardware intrinsics off", 2, ("DOTNET_EnableHWIntrinsic", "0")),
        new("C library without FMA and AVX2", 2, ("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-AVX2")),
        new("tiered compilation off", 2, ("DOTNET_TieredCompilation", "0")),
        new("profile-guided compilation off", 2, ("DOTNET_TieredPGO", "0")),
        new("server GC", 2, ("DOTNET_gcServer", "1")),
    ];

    /// <summary>The tool is built for the invariant culture; the first variable takes that back.</summary>
    public static Circumstance InCulture(string culture, int threads)
    {
        var locale = culture.Replace('-', '_') + ".UTF-8";
        return new(
            "culture " + culture,
            threads,
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"),
            ("LANG", locale),
            ("LC_ALL", locale)
        );
    }
}
