using System.Globalization;
using System.Text.Json;

namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>One row of an oracle file: a model in numbers, a question and the right answer.</summary>
public sealed record OracleRow
{
    public required string Id { get; init; }

    public required string Family { get; init; }

    public required string Quantity { get; init; }

    public required string Value { get; init; }

    public required string Tolerance { get; init; }

    public required string MinSamples { get; init; }

    public required double? Deviation { get; init; }

    public required JsonElement Params { get; init; }

    /// <summary>The numbers of the answer; one unless the row asks for a vector.</summary>
    public IReadOnlyList<double> Values =>
        [.. Value.Split(';').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];

    public double Number => Values[0];

    /// <summary>Whether the answer is a number, not an estimate.</summary>
    public bool IsExact =>
        Tolerance.StartsWith("exact", StringComparison.Ordinal)
        || Tolerance.StartsWith("numeric", StringComparison.Ordinal);

    /// <summary>The numbers of "30 x 20000 requests": replications, and customers in each; 1 where only one is given.</summary>
    public (int Replications, int Each) Samples
    {
        get
        {
            var numbers = MinSamples
                .Split(' ')
                .Where(word => int.TryParse(word, CultureInfo.InvariantCulture, out _))
                .Select(word => int.Parse(word, CultureInfo.InvariantCulture))
                .ToArray();
            return (numbers.ElementAtOrDefault(0), numbers.Length > 1 ? numbers[1] : 1);
        }
    }

    /// <summary>What rows with the same model share: the family and all parameters but those that pick a statistic.</summary>
    public string ModelKey =>
        Family
        + string.Concat(
            Params
                .EnumerateObject()
                .Where(pair => pair.Name is not ("p" or "node"))
                .OrderBy(pair => pair.Name, StringComparer.Ordinal)
                .Select(pair => $" {pair.Name}={pair.Value.GetRawText()}")
        );

    public double this[string name] => Params.GetProperty(name).GetDouble();

    public long Count(string name) => Params.GetProperty(name).GetInt64();

    public int Nodes => (int)Count("N");

    public string Text(string name) => Params.GetProperty(name).GetString()!;

    public IReadOnlyList<double> Numbers(string name) => [.. List(name).Select(number => number.GetDouble())];

    public IReadOnlyList<JsonElement> List(string name) => [.. Params.GetProperty(name).EnumerateArray()];

    public double? Optional(string name) =>
        Params.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : null;

    public bool Has(string name) =>
        Params.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;

    public bool Asks(string words) => Quantity.Contains(words, StringComparison.OrdinalIgnoreCase);

    public InvalidOperationException Unknown(string what) => new($"{Id}: {what} is not known to family {Family}.");

    public override string ToString() => Id;
}
