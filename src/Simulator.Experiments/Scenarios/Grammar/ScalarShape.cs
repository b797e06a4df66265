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
        if (node is not YamlScalar { Text: { Length: > 0 } text })
        {
            return Refuse(node, place);
        }

        var parsed = Parse(text);
        if (parsed.Value is null)
        {
            var found = $"{place.Subject} is {IssueList.Quote(text)}";
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
        };
    }
}
