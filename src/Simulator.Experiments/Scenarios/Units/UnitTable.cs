using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Units;

/// <summary>The units of one dimension and the words that people write for them.</summary>
/// <param name="Units">Each unit and its size in the base unit.</param>
/// <param name="Common">Those to propose where the unit is missing.</param>
/// <param name="Habits">Words that are not units here, and the unit that is meant.</param>
internal sealed record UnitTable(
    IReadOnlyList<(string Name, decimal Factor)> Units,
    IReadOnlyList<string> Common,
    IReadOnlyDictionary<string, string> Habits
)
{
    /// <summary>All units as a list for a sentence.</summary>
    public string Names { get; init; } = Suggestion.List(Units.Select(unit => unit.Name));

    /// <summary>The size of a unit in the base unit; 0 for an unknown one.</summary>
    public decimal FactorOf(string unit) =>
        Units.FirstOrDefault(known => string.Equals(known.Name, unit, StringComparison.Ordinal)).Factor;

    /// <summary>Splits a text into number and unit.</summary>
    /// <param name="text">Such as <c>100 Gbit/s</c>, the blank may be missing.</param>
    /// <param name="number">The exact number.</param>
    /// <param name="factor">The size of the unit.</param>
    /// <returns>What to write instead; null where both are good.</returns>
    public string? Read(ReadOnlySpan<char> text, out decimal number, out decimal factor)
    {
        var length = NumberText.LengthIn(text);
        var unit = text[length..].TrimStart().ToString();
        factor = FactorOf(unit);
        if (NumberText.Read(text[..length], out number) is { } cure)
        {
            return length == 0 ? $"Write a number and a unit, such as '20 {Common[0]}'." : cure;
        }

        return factor > 0 ? null : CureOf(text[..length].ToString(), unit);
    }

    /// <summary>What to write for a number with a missing or unknown unit.</summary>
    public string CureOf(string number, string unit)
    {
        if (unit.Length == 0)
        {
            return $"Write the unit too: {Suggestion.List(Common.Select(common => $"'{number} {common}'"))}.";
        }

        var known = Units.Select(each => each.Name).ToArray();
        var meant =
            Habits.GetValueOrDefault(unit)
            ?? known.FirstOrDefault(name => name.StartsWith(unit + "/", StringComparison.Ordinal))
            ?? known.FirstOrDefault(name => name.Equals(unit, StringComparison.OrdinalIgnoreCase))
            ?? Suggestion.Nearest(unit, known);
        return meant is null ? $"Units are {Names}." : $"Write '{number} {meant}'.";
    }
}
