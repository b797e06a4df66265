using System.Text.Json;

namespace Simulator.Kernel.Tests;

/// <summary>The list of mutants stays in step with the sources, its verdicts with the list, and the score above 90 %.</summary>
public sealed class MutantListTests
{
    private static readonly List<Mutant> Mutants = Read<List<Mutant>>("mutants.json");

    private static readonly Dictionary<string, Verdict> Verdicts = Read<Dictionary<string, Verdict>>("verdicts.json");

    [Test]
    public void Each_mutant_changes_a_text_that_stands_once_in_its_file() =>
        Assert.That(
            Mutants.Where(mutant =>
                mutant.Original == mutant.Replacement
                || Repository.Read(mutant.File).Split(mutant.Original).Length - 1 != 1
            ),
            Is.Empty
        );

    [Test]
    public void Each_mutant_names_tests_that_exist()
    {
        var classes = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(Mutants.SelectMany(mutant => mutant.Tests).Where(test => !classes.Contains(test)), Is.Empty);
    }

    [Test]
    public void At_least_60_mutants_are_judged_and_nine_in_ten_killed()
    {
        Assert.That(Mutants.Select(mutant => mutant.Id), Is.Unique);
        Assert.That(Verdicts.Keys, Is.EquivalentTo(Mutants.Select(mutant => mutant.Id)), "run scripts/mutation/run.py");
        Assert.That(Mutants, Has.Count.AtLeast(60));
        Assert.That(Mutants.Count(IsKilled), Is.AtLeast(0.9 * Mutants.Count));
    }

    [Test]
    public void Each_survivor_is_explained() =>
        Assert.That(Mutants.Where(mutant => !IsKilled(mutant) && mutant.Survives is null), Is.Empty);

    private static bool IsKilled(Mutant mutant) => Verdicts[mutant.Id].Killer is not null;

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(Repository.Read($"tests/mutation/{file}"), JsonSerializerOptions.Web)!;

    private sealed record Mutant(
        string Id,
        string File,
        string Original,
        string Replacement,
        IReadOnlyList<string> Tests,
        string? Survives
    );

    private sealed record Verdict(string? Killer);
}
