namespace Simulator.Experiments.Scenarios.Grammar;

/// <summary>Pieces of regular expressions for the editor schema.</summary>
internal static class Patterns
{
    /// <summary>A decimal number.</summary>
    public const string Number = @"(0|[1-9][0-9]*)(\.[0-9]+)?";

    /// <summary>A name in kebab-case.</summary>
    public const string Name = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
}
