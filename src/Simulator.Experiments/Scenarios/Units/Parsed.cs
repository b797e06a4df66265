namespace Simulator.Experiments.Scenarios.Units;

/// <summary>What became of a scalar's text.</summary>
/// <param name="Value">The value; null where the text is refused.</param>
/// <param name="Expected">What is needed instead.</param>
/// <param name="Cure">What to write.</param>
internal readonly record struct Parsed(object? Value, string Expected, string Cure)
{
    /// <summary>A value.</summary>
    public static Parsed Good(object value) => new(value, "", "");

    /// <summary>A refusal.</summary>
    public static Parsed Bad(string expected, string cure) => new(null, expected, cure);
}
