using Simulator.Experiments.Presets;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Tests.Scenarios.Language;

/// <summary>One grammar, three faces: reader, editor schema, reference page.</summary>
public sealed class ScenarioLanguageTests
{
    private static IEnumerable<Field> Fields =>
        EditorSchema.Shapes(ScenarioLanguage.Root).OfType<MapShape>().SelectMany(map => map.Fields);

    [Test]
    public void The_editor_schema_is_the_committed_one() =>
        Golden.Compare(EditorSchema.Write(ScenarioLanguage.Root, "o1sim scenario"), "scenarios/scenario.schema.json");

    [Test]
    public void The_reference_page_is_the_committed_one() =>
        Golden.Compare(ReferencePage.Write(), "docs/reference/scenario.md");

    [Test]
    public void Every_example_and_default_fits_its_own_shape()
    {
        var misfits = Fields
            .SelectMany(field => new[] { (field, text: field.Example), (field, text: field.Default ?? field.Example) })
            .Select(pair => (pair.field.Key, pair.text, problems: Check(pair.field.Shape, pair.text)))
            .Where(result => result.problems.Length > 0);

        Assert.That(misfits, Is.Empty);
    }

    /// <summary>Those below a preset are spelled as the tool spells them.</summary>
    private static readonly HashSet<Field> ToolFields =
    [
        .. PresetCatalogue.All.SelectMany(preset => preset.Shape.Fields),
    ];

    [Test]
    public void Every_key_is_kebab_case_and_every_meaning_one_sentence() =>
        Assert.That(
            Fields.Where(field =>
                (
                    !ToolFields.Contains(field)
                    && field.Key.Any(character =>
                        !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-'
                    )
                )
                || !field.Doc.EndsWith('.')
                || field.Doc.Contains('\n', StringComparison.Ordinal)
                || field.Doc.Contains('|', StringComparison.Ordinal)
            ),
            Is.Empty
        );

    private static string Check(Shape shape, string text)
    {
        var issues = new IssueList(new SourceText("example", $"key: {text}\n"));
        var tree = YamlReader.Read(issues);
        if (tree is not null)
        {
            shape.Check(tree.Pairs[0].Value, new Place("key", TextSpan.Start, issues));
        }

        return string.Join('\n', issues.Found);
    }
}
