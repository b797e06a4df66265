using System.Globalization;
using CsvHelper;

namespace Simulator.Reporting.Tables;

/// <summary>Writes tables as CSV: UTF-8, LF, <c>.</c> as decimal sign whatever the culture, shortest round-trip numbers.</summary>
/// <remarks>
/// Nothing is an empty place. A text that a spreadsheet would run (it starts with = + - @ TAB or CR) gets a leading
/// apostrophe and quotes; numbers are never touched. Thread-safe.
/// </remarks>
public static class CsvTables
{
    private static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\n",
        FormatProvider = CultureInfo.InvariantCulture,
        TrueValue = "true",
        FalseValue = "false",
        Injection = CsvInjection.Escape,
        BufferSize = 64 * 1024,
    };

    /// <summary>Writes a table row by row; memory does not grow with its length.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <exception cref="InvalidOperationException">A row that has not as many fields as the table has columns.</exception>
    public static void Write(Table table, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var writer = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var column in table.Columns)
        {
            writer.WriteField(column);
        }

        writer.EndRecord();
        foreach (var row in table.Rows)
        {
            for (var place = 0; place < row.Count; place++)
            {
                row[place].WriteTo(writer);
            }

            writer.EndRecord();
        }
    }
}
