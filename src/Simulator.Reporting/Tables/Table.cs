namespace Simulator.Reporting.Tables;

/// <summary>A table as it goes to a file: the names of its columns and its rows.</summary>
/// <param name="Name">Its name, the file's without the ending.</param>
/// <param name="Columns">The names of the columns, shape [columns].</param>
/// <param name="Rows">
/// The rows, shape [rows][columns]. They may be made while they are read and may reuse one array, so a row is valid
/// until the next is asked for.
/// </param>
public sealed record Table(string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<Field>> Rows)
{
    internal static Table From<T>(string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        new(
            name,
            [.. columns.Select(column => column.Name)],
            rows.Select(row => (IReadOnlyList<Field>)[.. columns.Select(column => column.Value(row))])
        );
}
