using System.Globalization;
using System.Text;

namespace Simulator.Reporting.Digests;

/// <summary>Named values as lines of text: shortest round-trip numbers, nothing for what is not known.</summary>
internal sealed class ValueLines
{
    private readonly StringBuilder _text = new();

    public ValueLines Add(string name, double? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public ValueLines Add(string name, IEnumerable<double> values) =>
        Add(name, values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    public ValueLines Add(string name, IEnumerable<string> values) => Add(name, string.Join(' ', values));

    public ValueLines Add(string name, ulong value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();

    private ValueLines Add(string name, string? value)
    {
        _text.Append(name).Append('=').Append(value).Append('\n');
        return this;
    }
}
