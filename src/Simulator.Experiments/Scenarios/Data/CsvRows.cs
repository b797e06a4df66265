using System.Text;

namespace Simulator.Experiments.Scenarios.Data;

/// <summary>Reads comma-separated rows with bounded memory; quotes as in RFC 4180.</summary>
/// <param name="text">The file.</param>
internal sealed class CsvRows(TextReader text)
{
    private const int LongestField = 10_000;
    private const int MostFields = 10_000;
    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>The line, from 1, at which the last row began.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next row that is not blank.</summary>
    /// <param name="row">Receives its fields without quotes; cleared before.</param>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="InvalidDataException">A field or a row is too long to be meant.</exception>
    public bool Read(List<string> row)
    {
        do
        {
            row.Clear();
            Line = _line;
            if (text.Peek() < 0)
            {
                return false;
            }

            while (!ReadField(row)) { }
        } while (row is [""]);

        return true;
    }

    /// <summary>Adds the next field; true where it was the last one of its row.</summary>
    private bool ReadField(List<string> row)
    {
        _field.Clear();
        for (var isQuoted = false; ; )
        {
            var next = text.Read();
            _line += next == '\n' ? 1 : 0;
            if (next == '"' && isQuoted && text.Peek() == '"')
            {
                _field.Append((char)text.Read());
            }
            else if (next == '"' && (isQuoted || _field.Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (next < 0 || (!isQuoted && next is ',' or '\n'))
            {
                row.Add(_field.ToString().Trim());
                return next != ',';
            }
            else
            {
                _field.Append((char)next);
            }

            if (_field.Length > LongestField || row.Count > MostFields)
            {
                throw new InvalidDataException($"row {Line} is too long");
            }
        }
    }
}
