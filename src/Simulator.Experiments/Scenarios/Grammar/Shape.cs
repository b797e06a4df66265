using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>What may stand at a place of a scenario: the one description that reader, editor schema and reference share.</summary>
internal abstract class Shape
{
    /// <summary>What is needed, with its article, such as "a duration".</summary>
    public abstract string Noun { get; }

    /// <summary>A value that fits.</summary>
    public abstract string Example { get; }

    /// <summary>Checks a node and all below it.</summary>
    /// <param name="node">What the file holds.</param>
    /// <param name="place">Where, and who takes the issues.</param>
    /// <returns>The checked node; <see cref="Checked.IsBroken"/> where it is of no use.</returns>
    public abstract Checked Check(YamlNode node, Place place);

    /// <summary>The JSON schema of this shape.</summary>
    public abstract JsonObject Schema();

    /// <summary>Says that a node is of another kind, and gives the broken result.</summary>
    protected Checked Refuse(YamlNode node, Place place)
    {
        var found = node switch
        {
            YamlMapping { Pairs.Count: 0 } or YamlSequence { Items.Count: 0 } => "is empty",
            YamlMapping => "is a map",
            YamlSequence => "is a list",
            YamlScalar { Text.Length: 0 } => "has no value",
            YamlScalar scalar => "is " + IssueList.Quote(scalar.Text),
            _ => "is nothing known",
        };
        place.Issues.Add(node.Span, place.Path, $"{place.Subject} {found}", $"{Noun} is needed", $"Write {Sample}.");
        return Checked.Broken(this, node, place);
    }

    /// <summary>The example as it stands in a cure.</summary>
    protected string Sample => $"'{Example}'";
}
