using Simulator.Experiments.Catalogue;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>A single value.</summary>
internal abstract class ScalarShape : Shape
{
    /// <summary>Whether it is a quantity, which an override or a sweep axis may replace.</summary>
    public virtual bool IsQuantity => false;

    /// <summary>Reads a text without surrounding blanks.</summary>
    /// <param name="text">Not empty.</param>
    /// <returns>The value, or what is needed instead.</returns>
    public abstract Parsed Parse(string text);

    /// <inheritdoc/>
    public override Checked Check(YamlNode node, Place place)
    {
        if (node is not YamlScalar { Text: { Length: > 0 } text } scalar)
        {
            return Refuse(node, place);
        }

        if (IsQuantity && PublishedValues.IsReference(text))
        {
            return CheckPublished(scalar, place);
        }

        return Check(scalar, place, published: null);
    }

    private Checked CheckPublished(YamlScalar reference, Place place)
    {
        if (PublishedValues.Find(reference.Text) is { } entry)
        {
            return Check(reference with { Text = entry.Value }, place, entry);
        }

        var found = $"{place.Subject} is {IssueList.Quote(reference.Text)}, which the catalogue does not have";
        var cure = PublishedValues.Nearest(reference.Text) is { } nearest
            ? $"Did you mean '{PublishedValues.Prefix}{nearest}'?"
            : "'o1sim catalogue' lists what there is.";
        place.Issues.Add(reference.Span, place.Path, found, "", cure);
        return Checked.Broken(this, reference, place);
    }

    private Checked Check(YamlScalar node, Place place, CatalogueEntry? published)
    {
        var text = node.Text;
        var parsed = Parse(text);
        if (parsed.Value is null)
        {
            var origin = published is null ? "" : $", the catalogue's {published.Name}";
            var found = $"{place.Subject} is {IssueList.Quote(text)}{origin}";
            place.Issues.Add(node.Span, place.Path, found, $"{parsed.Expected} is needed", parsed.Cure);
            return Checked.Broken(this, node, place);
        }

        return new Checked
        {
            Shape = this,
            Node = node,
            Key = place.Key,
            Path = place.Path,
            Value = parsed.Value,
            Published = published,
        };
    }
}
