using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>The corpus of replays uses all that the language knows, so that no part of it can change unseen.</summary>
public sealed class CorpusTests
{
    private static IReadOnlyList<Scenario> Corpus { get; } = ReadFolder("tests", "corpus");

    /// <summary>The section evidence changes no result of a run; the shipped cases and their golden table stand for it.</summary>
    private static IReadOnlyList<Scenario> Cases { get; } = ReadFolder("scenarios", "evidence");

    [Test]
    public void It_has_at_least_fifty_scenarios_named_as_their_files()
    {
        Assert.That(Corpus, Has.Count.GreaterThanOrEqualTo(50));
        Assert.That(
            Corpus.Select(scenario => Path.GetFileNameWithoutExtension(scenario.File)),
            Is.EqualTo(Corpus.Select(scenario => scenario.Name))
        );
        Assert.That(Corpus.Where(scenario => scenario.Question is null).Select(scenario => scenario.Name), Is.Empty);
    }

    [Test]
    public void Every_key_way_and_word_of_the_language_stands_in_one_of_them()
    {
        var used = Corpus.Concat(Cases).SelectMany(scenario => Uses(scenario.Root)).ToHashSet();
        var known = EditorSchema.Shapes(ScenarioLanguage.Root).SelectMany(Known);

        Assert.That(known.Where(part => !used.Contains(part)).Select(Describe), Is.Empty);
    }

    private static IReadOnlyList<Scenario> ReadFolder(params ReadOnlySpan<string> names) =>
        [
            .. Directory
                .GetFiles(Path.Combine([Golden.Root, .. names]), "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(ScenarioFile.Read),
        ];

    /// <summary>What a shape offers: its keys with the words they take, or its ways.</summary>
    private static IEnumerable<(Shape Shape, string What)> Known(Shape shape) =>
        shape switch
        {
            MapShape map => map.Fields.SelectMany(field => KeyAndWords(map, field)),
            EitherShape either => either.Ways.Where(way => way is not ReferenceShape).Select(way => (way, "")),
            _ => [],
        };

    private static IEnumerable<(Shape Shape, string What)> KeyAndWords(MapShape map, Field field) =>
        field.Shape switch
        {
            WordShape words => words.Words.Select(word => ((Shape)map, $"{field.Key}: {word}")),
            FlagShape => [(map, $"{field.Key}: true"), (map, $"{field.Key}: false")],
            _ => [(map, field.Key)],
        };

    private static IEnumerable<(Shape Shape, string What)> Uses(Checked part)
    {
        yield return (part.Shape, "");
        foreach (var (key, value) in part.Fields.Where(field => !field.Value.IsDefault))
        {
            yield return (part.Shape, value.Shape is WordShape or FlagShape ? $"{key}: {value.Text}" : key);
        }

        foreach (var use in part.Fields.Values.Where(field => !field.IsDefault).Concat(part.Items).SelectMany(Uses))
        {
            yield return use;
        }
    }

    private static string Describe((Shape Shape, string What) part) => $"{part.Shape.Noun} {part.What}";
}
