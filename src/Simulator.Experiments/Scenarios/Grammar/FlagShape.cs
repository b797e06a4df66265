using System.Text.Json.Nodes;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>Yes or no, written <c>true</c> or <c>false</c>.</summary>
internal sealed class FlagShape : ScalarShape
{
    /// <inheritdoc/>
    public override string Noun => "true or false";

    /// <inheritdoc/>
    public override string Example => "true";

    /// <inheritdoc/>
    public override Parsed Parse(string text) =>
        text switch
        {
            "true" => Parsed.Good(true),
            "false" => Parsed.Good(false),
            "yes" or "Yes" or "on" or "On" or "True" or "TRUE" or "y" => Parsed.Bad(Noun, "Write 'true'."),
            "no" or "No" or "off" or "Off" or "False" or "FALSE" or "n" => Parsed.Bad(Noun, "Write 'false'."),
            _ => Parsed.Bad(Noun, ""),
        };

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
