using Simulator.Cluster;
using Simulator.Experiments.Catalogue;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;
using Simulator.Experiments.Scenarios.Reading;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios;

/// <summary>One question, complete: what is simulated, what is varied, what the answer is held against.</summary>
/// <remarks>Immutable and thread-safe. Made by <see cref="ScenarioFile"/>.</remarks>
public sealed class Scenario
{
    private readonly ScenarioReader _reader;
    private readonly YamlMapping _tree;
    private readonly ScenarioParts _parts;

    /// <summary>Puts the parts together.</summary>
    internal Scenario(ScenarioReader reader, YamlMapping tree, ScenarioParts parts, Sweep sweep)
    {
        (_reader, _tree, _parts, Sweep) = (reader, tree, parts, sweep);
        Name = parts.Root.Get("name", "");
        Seed = (ulong)parts.Root.Get("seed", 0L);
        Question = reader.Source.FirstComment();
        Published = ScenarioPaths.Published(parts.Root);
        Hash = ScenarioHash.Of(parts.Root, sweep, parts.Files);
    }

    /// <summary>The file as the user named it.</summary>
    public string File => _reader.Source.Name;

    /// <summary>The text of the file, without overrides.</summary>
    public string Text => _reader.Source.Text;

    /// <summary>The first comment that is not addressed to an editor; null where there is none.</summary>
    public string? Question { get; }

    /// <summary>The name in tables and file names: small letters, digits and hyphens, at most 64.</summary>
    public string Name { get; }

    /// <summary>Where random numbers start.</summary>
    public ulong Seed { get; }

    /// <summary>What is simulated.</summary>
    public Model Model => _parts.Model;

    /// <summary>What is varied; <see cref="Sweep.None"/> where nothing is.</summary>
    public Sweep Sweep { get; }

    /// <summary>What the answer is held against.</summary>
    public Goals Goals => _parts.Goals;

    /// <summary>The published measurement that it predicts; null where there is none.</summary>
    public EvidenceSpec? Evidence => _parts.Evidence;

    /// <summary>The quantities that come from the catalogue of published values, in the order of the file.</summary>
    public IReadOnlyList<PublishedUse> Published { get; }

    /// <summary>The data files that belong to it, in the order of the scenario, each once.</summary>
    public IReadOnlyList<DataFile> DataFiles => _parts.Files;

    /// <summary>
    /// SHA-256 of what the results depend on, 64 small hexadecimal digits: all values after overrides and defaults, the seed
    /// and the bytes of data files; not the number of nodes and its sweep axis, comments, spelling of units or key order.
    /// </summary>
    public string Hash { get; }

    /// <summary>The tree as it was checked.</summary>
    internal Checked Root => _parts.Root;

    /// <summary>The text with its lines.</summary>
    internal SourceText Source => _reader.Source;

    /// <summary>The same scenario with another value for one quantity.</summary>
    /// <param name="path">Its key path, such as <c>rollout.limit.max-unavailable</c>.</param>
    /// <param name="value">The value as it would stand in the file, such as <c>5 %</c>.</param>
    /// <returns>A new scenario; its sweep is that of this one.</returns>
    /// <exception cref="ScenarioException">The path names no quantity, or the value does not fit.</exception>
    public Scenario With(string path, string value) => With((path, value));

    /// <summary>The same scenario with other values for some quantities, put in together.</summary>
    /// <param name="values">Key paths and values as they would stand in the file.</param>
    /// <returns>A new scenario; its sweep is that of this one.</returns>
    /// <exception cref="ScenarioException">A path names no quantity, or the values do not fit.</exception>
    public Scenario With(params ReadOnlySpan<(string Path, string Value)> values)
    {
        var tree = _tree;
        var issues = new IssueList(_reader.Source);
        var quantities = ScenarioPaths.Quantities(Root);
        foreach (var (path, value) in values)
        {
            if (PlaceOf(path, quantities) is { } at)
            {
                tree = ScenarioPaths.Put(tree, path, new YamlScalar(at with { Length = 0 }, value));
            }
            else
            {
                var cure = Suggestion.Nearest(path, quantities) is { } nearest ? $"Did you mean '{nearest}'?" : "";
                issues.AddName(TextSpan.Start, path, $"{IssueList.Quote(path)} names no quantity of this file", cure);
            }
        }

        return issues.Found.Count == 0
            ? new Scenario(_reader, tree, _reader.ReadChanged(tree), Sweep)
            : throw new ScenarioException(issues.Found);
    }

    /// <summary>The same scenario with another axis in its sweep, or an axis with other values.</summary>
    /// <param name="path">The path of a quantity; an axis of this path is replaced where it stands, else put last.</param>
    /// <param name="values">The values as the file would write them, at least one; each is checked.</param>
    /// <exception cref="ScenarioException">A value that the file does not take.</exception>
    public Scenario WithAxis(string path, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
        {
            _ = With(path, value);
        }

        var axis = new Axis(path, values, AxisScale.Listed);
        var axes = Sweep.Axes.Select(other => other.Path == path ? axis : other).ToList();
        if (!axes.Contains(axis))
        {
            axes.Add(axis);
        }

        return new Scenario(_reader, _tree, _parts, new Sweep(axes));
    }

    /// <summary>The same scenario with one axis and no other.</summary>
    /// <param name="path">The path of a quantity.</param>
    /// <param name="values">The values as the file would write them, at least one; each is checked.</param>
    /// <exception cref="ScenarioException">A value that the file does not take.</exception>
    public Scenario WithOnlyAxis(string path, IReadOnlyList<string> values) =>
        new Scenario(_reader, _tree, _parts, Sweep.None).WithAxis(path, values);

    /// <summary>The same scenario under another strategy, without sweep.</summary>
    /// <param name="rollout">What stands below <c>rollout</c>.</param>
    /// <param name="kept">Keys of the old strategy that go over to the new one where the file has them.</param>
    /// <exception cref="ScenarioException">The strategy does not fit.</exception>
    internal Scenario WithRollout(YamlMapping rollout, params IReadOnlyList<string> kept)
    {
        var pairs = _tree.Pairs.ToList();
        var place = pairs.FindIndex(pair => pair.Key.Text is "rollout");
        var old = place < 0 ? null : pairs[place].Value as YamlMapping;
        var own = old?.Pairs.Where(pair => kept.Contains(pair.Key.Text, StringComparer.Ordinal)) ?? [];
        var value = rollout with { Pairs = [.. rollout.Pairs, .. own] };
        if (place < 0)
        {
            pairs.Add(new YamlPair(new YamlScalar(rollout.Span, "rollout"), value));
        }
        else
        {
            pairs[place] = pairs[place] with { Value = value };
        }

        var tree = _tree with { Pairs = pairs };
        return new Scenario(_reader, tree, _reader.ReadChanged(tree), Sweep.None);
    }

    /// <summary>The text of a quantity, as the file writes it.</summary>
    /// <param name="path">The path of a quantity that stands in the file.</param>
    internal string TextOf(string path) => ScenarioPaths.Find(Root, path)!.Text;

    /// <summary>The place of a quantity, or of the map to which a missing one may be added; null where neither is there.</summary>
    private TextSpan? PlaceOf(string path, IReadOnlyList<string> quantities)
    {
        var dot = path.LastIndexOf('.');
        var (parent, key) = dot < 0 ? (Root, path) : (ScenarioPaths.Find(Root, path[..dot]), path[(dot + 1)..]);
        if (quantities.Contains(path, StringComparer.Ordinal))
        {
            return ScenarioPaths.Find(Root, path)?.Span ?? parent?.Span ?? TextSpan.Start;
        }

        var isAddable =
            parent is { Shape: MapShape map }
            && map.Find(key)?.Shape is ScalarShape { IsQuantity: true }
            && !ReferenceEquals(map, ScenarioLanguage.Root) | key is "seed";
        return isAddable ? parent!.Key : null;
    }
}
