using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Presets;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;

namespace Simulator.Experiments.Tests.Scenarios;

/// <summary>The corpus of replays uses all that the language knows, so that no part of it can change unseen.</summary>
public sealed class CorpusTests
{
    private static IReadOnlyList<Scenario> Corpus { get; } = [.. Read("tests", "corpus")];

    /// <summary>The section evidence changes no result of a run; the shipped cases and their golden table stand for it.</summary>
    private static IReadOnlyList<Scenario> Cases { get; } = [.. Read("scenarios", "evidence")];

    /// <summary>One scenario a preset.</summary>
    private static IReadOnlyList<Scenario> Gallery { get; } = [.. Read("scenarios", "strategies")];

    private static HashSet<Shape> Presets { get; } = [.. PresetCatalogue.All.Select(preset => preset.Shape)];

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
        var known = EditorSchema
            .Shapes(ScenarioLanguage.Root)
            .Except([
                .. Presets,
                PresetLanguage.Preset,
                .. PresetCatalogue.All.SelectMany(preset => Below(preset.Shape)),
            ])
            .SelectMany(Known);

        Assert.That(known.Where(part => !used.Contains(part)).Select(Describe), Is.Empty);
    }

    [Test]
    public void Every_preset_and_every_parameter_stands_in_the_gallery_or_the_corpus()
    {
        var used = Gallery.Concat(Corpus).SelectMany(scenario => KeysOf(scenario.Root)).ToHashSet();
        var known =
            from preset in PresetCatalogue.All
            from field in preset.Shape.Fields
            where field.Key is not ("rounding" or "type" or "strategyType" or "thresholdType")
            select (preset.Id, field.Key);

        Assert.That(known.Except(used), Is.Empty);
        Assert.That(
            Gallery.Select(scenario => scenario.Name),
            Is.EquivalentTo(PresetCatalogue.All.Select(preset => preset.Id))
        );
    }

    [TestCaseSource(nameof(Gallery))]
    public void Every_scenario_of_the_gallery_runs(Scenario scenario)
    {
        var small = scenario.With("cluster.nodes", "48");
        var record = Rollout.Run(UpdatePlan.Compile(small.Model), small.Seed, 0);

        Assert.That(DesignLint.Find(small), Is.Empty);
        Assert.That(record.Count(Outcome.Verified), Is.EqualTo(48));
    }

    private static IEnumerable<Scenario> Read(params string[] folder) =>
        Directory
            .GetFiles(Path.Combine([Golden.Root, .. folder]), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(ScenarioFile.Read);

    private static IEnumerable<Shape> Below(MapShape preset) =>
        EditorSchema.Shapes(preset).Where(shape => !ReferenceEquals(shape, preset));

    private static IEnumerable<(string, string)> KeysOf(Checked root) =>
        root["rollout"]?["preset"] is not { } preset
            ? []
            : preset.Fields.SelectMany(one =>
                one.Value.Fields.Where(field => !field.Value.IsDefault).Select(field => (one.Key, field.Key))
            );

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
