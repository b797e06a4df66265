namespace Simulator.Acceptance.Tests.Replay;

/// <summary>What the corpus gave when its results were accepted: <c>tests/corpus/golden.csv</c>.</summary>
internal static class GoldenCorpus
{
    /// <summary>The folder of the scenarios, from the root of the repository.</summary>
    public const string Folder = "tests/corpus";

    /// <summary>The columns that are kept: numbers, not the bytes of files, whose layout may grow.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "scenario",
        "results_version",
        "nodes",
        "makespan_s",
        "fingerprint",
        "simulation_sha256",
        "findings_sha256",
    ];

    private static string File => Path.Combine(Tool.Root, Folder, "golden.csv");

    public static IReadOnlyList<ReplayRow> Read() =>
        System.IO.File.Exists(File) ? ReplayRow.Read(System.IO.File.ReadAllText(File)) : [];

    public static void Accept(IReadOnlyList<ReplayRow> received)
    {
        var refused = Refused(Read(), received);
        Assert.That(
            refused,
            Is.Empty,
            "These give other results under the same results version, or are gone: raise StudyResult.ResultsVersion first."
        );
        System.IO.File.WriteAllText(File, ReplayRow.Write(received, Columns));
    }

    /// <summary>Scenarios whose numbers changed, or which are gone, while the results version did not go up.</summary>
    public static IReadOnlyList<string> Refused(IReadOnlyList<ReplayRow> golden, IReadOnlyList<ReplayRow> received)
    {
        var version = received.Max(row => row.ResultsVersion);
        var numbers = Columns.Where(column => column is not "results_version").ToList();
        return
        [
            .. golden
                .Where(old => version <= old.ResultsVersion)
                .Where(old => !received.Any(row => row.Scenario == old.Scenario && row.Agrees(old, numbers)))
                .Select(old => old.Scenario),
        ];
    }
}
