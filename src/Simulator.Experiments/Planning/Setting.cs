using Simulator.Experiments.Levers;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Planning;

/// <summary>New values of some levers; the others stay as the file has them. Immutable.</summary>
internal sealed class Setting
{
    /// <summary>Everything as it is.</summary>
    public static readonly Setting AsItIs = new([]);

    private readonly SortedDictionary<string, (Lever Lever, decimal Number)> _values;

    private Setting(SortedDictionary<string, (Lever Lever, decimal Number)> values) => _values = values;

    /// <summary>What is told apart when results are remembered.</summary>
    public string Key => string.Join(';', _values.Select(value => $"{value.Key}={value.Value.Number}"));

    /// <summary>Whether the floor has to be found anew.</summary>
    public bool MovesFloor => _values.Values.Any(value => value.Lever.MovesFloor);

    /// <summary>The value of a lever.</summary>
    public decimal this[Lever lever] => _values.TryGetValue(lever.Path, out var value) ? value.Number : lever.Number;

    /// <summary>With another value of one lever.</summary>
    public Setting With(Lever lever, decimal number)
    {
        var values = new SortedDictionary<string, (Lever, decimal)>(_values, StringComparer.Ordinal);
        if (number == lever.Number)
        {
            values.Remove(lever.Path);
        }
        else
        {
            values[lever.Path] = (lever, number);
        }

        return new Setting(values);
    }

    /// <summary>With some levers so high that more of them changes nothing.</summary>
    public Setting Lifting(IEnumerable<Lever> levers) =>
        levers.Aggregate(this, (setting, lever) => setting.With(lever, lever.Most));

    /// <summary>The key paths and values as the file would write them.</summary>
    public IReadOnlyList<(string Path, string Value)> Texts() =>
        [.. _values.Values.Select(value => (value.Lever.Path, value.Lever.Text(value.Number)))];

    /// <summary>The scenario with these values.</summary>
    public Scenario ApplyTo(Scenario scenario) => _values.Count == 0 ? scenario : scenario.With([.. Texts()]);
}
