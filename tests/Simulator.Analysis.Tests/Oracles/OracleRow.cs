using System.Text.Json;

namespace Simulator.Analysis.Tests.Oracles;

/// <summary>One row of the oracle file.</summary>
public sealed record OracleRow(
    string Id,
    string Family,
    string Quantity,
    string Value,
    string Deviation,
    JsonElement Params
)
{
    public double Number => double.Parse(Value, System.Globalization.CultureInfo.InvariantCulture);

    public double? DeviationNumber =>
        Deviation.Length == 0 ? null : double.Parse(Deviation, System.Globalization.CultureInfo.InvariantCulture);

    public double this[string name] => Params.GetProperty(name).GetDouble();

    public long Count(string name) => Params.GetProperty(name).GetInt64();

    public string Text(string name) => Params.GetProperty(name).GetString()!;

    public double[] Numbers(string name) => [.. Params.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    public bool Has(string name) => Params.TryGetProperty(name, out _);

    public override string ToString() => Id;
}
