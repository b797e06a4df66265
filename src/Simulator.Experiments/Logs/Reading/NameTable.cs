using System.Text;

namespace Simulator.Experiments.Logs.Reading;

/// <summary>Numbers names in the order of their first appearance.</summary>
internal sealed class NameTable
{
    private const int LongestName = 1_000;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];
    private readonly char[] _characters = new char[LongestName];

    public NameTable() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<string> Names => _names;

    /// <summary>The number of a name; a new one gets the next.</summary>
    public int IdOf(ReadOnlySpan<byte> name)
    {
        var text = Text(name);
        if (!_lookup.TryGetValue(text, out var id))
        {
            id = _names.Count;
            _names.Add(text.ToString());
            _ids.Add(_names[id], id);
        }

        return id;
    }

    /// <summary>The number of a name; −1 where it is new.</summary>
    public int Find(ReadOnlySpan<byte> name) => _lookup.TryGetValue(Text(name), out var id) ? id : -1;

    private ReadOnlySpan<char> Text(ReadOnlySpan<byte> name)
    {
        var length = Encoding.UTF8.GetChars(name[..Math.Min(name.Length, LongestName)], _characters);
        return _characters.AsSpan(0, length);
    }
}
