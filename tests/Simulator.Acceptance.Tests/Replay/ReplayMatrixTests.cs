using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simulator.Acceptance.Tests.Replay;

/// <summary>One hash for each scenario of the corpus, whatever the circumstances.</summary>
[Category("Slow")]
[Category("Replay")]
public sealed class ReplayMatrixTests
{
    private static readonly string[] Hashed =
    [
        "makespan_s",
        "fingerprint",
        "simulation_sha256",
        "findings_sha256",
        "files_sha256",
    ];

    [Test]
    public void Circumstances_do_not_change_a_bit()
    {
        var replays = ReplayAll();
        var first = replays[Circumstance.All[0].Name];
        var matrix = new StringBuilder();
        var disagreements = new List<string>();
        foreach (var row in first)
        {
            var others = Circumstance.All.Where(other => !IsAmong(replays[other.Name], row)).ToList();
            disagreements.AddRange(others.Select(other => $"{row.Scenario} with {other.Name}"));
            var agreeing = Circumstance.All.Count - others.Count;
            matrix.AppendLine(
                CultureInfo.InvariantCulture,
                $"{row.Scenario, -28} {row.Fields["fingerprint"]} {row.Fields["files_sha256"]} {agreeing} of {Circumstance.All.Count}"
            );
        }

        matrix
            .AppendLine()
            .AppendLine("Circumstances: " + string.Join(", ", Circumstance.All.Select(each => each.Name)));
        File.WriteAllText(Path.Combine(Tool.Root, "artifacts", "replay.txt"), matrix.ToString());
        TestContext.Out.Write(matrix);
        Assert.That(disagreements, Is.Empty);
    }

    [TestCase("tr-TR")]
    [TestCase("de-DE")]
    [TestCase("ar-SA")]
    public void The_tool_really_is_in_another_culture(string culture)
    {
        var folder = Path.Combine(Tool.NewFolder(), "out");
        string[] command = ["run", GoldenCorpus.Folder + "/law-constant.yaml", "--replications", "1", "--out", folder];
        var (exitCode, _, errors) = Tool.Run(Circumstance.InCulture(culture, 1).Environment, command);
        RequireCultures(errors);
        Assert.That(exitCode, Is.Zero, errors);
        using var environment = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "environment.json")));

        Assert.That(environment.RootElement.GetProperty("culture").GetString(), Is.EqualTo(culture));
    }

    /// <summary>Two processes at a time.</summary>
    private static Dictionary<string, IReadOnlyList<ReplayRow>> ReplayAll()
    {
        var answers = new ConcurrentDictionary<Circumstance, (int ExitCode, string Output, string Errors)>();
        Parallel.ForEach(
            Partitioner.Create(Circumstance.All, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            circumstance =>
            {
                var threads = circumstance.Threads.ToString(CultureInfo.InvariantCulture);
                string[] command = ["replay", GoldenCorpus.Folder, "--threads", threads];
                answers[circumstance] = Tool.Run(circumstance.Environment, command);
            }
        );
        foreach (var (circumstance, answer) in answers)
        {
            RequireCultures(answer.Errors);
            Assert.That(answer.ExitCode, Is.Zero, $"{circumstance.Name}: {answer.Errors}");
        }

        return answers.ToDictionary(
            answer => answer.Key.Name,
            answer => ReplayRow.Read(answer.Value.Output),
            StringComparer.Ordinal
        );
    }

    private static bool IsAmong(IReadOnlyList<ReplayRow> rows, ReplayRow wanted) =>
        rows.Any(row => row.Scenario == wanted.Scenario && row.Agrees(wanted, Hashed));

    /// <summary>Cultures come from the ICU library; without it the matrix would say less than it promises.</summary>
    private static void RequireCultures(string errors) =>
        Assume.That(
            errors,
            Does.Not.Contain("ICU"),
            "The ICU library is missing (libicu): no culture but the invariant one."
        );
}
