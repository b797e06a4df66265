namespace Simulator.Reporting.Text;

/// <summary>Aligned columns that fit a terminal: what matters least is left out first, then words are cut.</summary>
internal static class TextTable
{
    private const string Gap = "  ";
    private const int LeastText = 12;

    /// <summary>Lays a table out.</summary>
    /// <param name="columns">The columns, all of the same length.</param>
    /// <param name="layout">The terminal.</param>
    /// <returns>The lines, the head first, without blanks at their ends; below them the names of what was left out.</returns>
    public static IReadOnlyList<string> Lines(IEnumerable<TextColumn> columns, TextLayout layout)
    {
        var shown = columns.Select(Cleaned).ToList();
        var all = shown.Select(column => column.Header).ToList();
        while (Total(shown) > layout.Columns && shown.Exists(column => column.Priority > 0))
        {
            shown.RemoveAt(shown.FindLastIndex(column => column.Priority == shown.Max(other => other.Priority)));
        }

        var left = all.Except(shown.Select(column => column.Header), StringComparer.Ordinal)
            .Where(name => name.Length > 0)
            .ToList();
        while (Total(shown) > layout.Columns && Widest(shown) is { Width: > LeastText } widest)
        {
            var width = Math.Max(LeastText, widest.Width - (Total(shown) - layout.Columns));
            shown[shown.IndexOf(widest)] = widest with
            {
                Header = TextLayout.Cut(widest.Header, width),
                Cells = [.. widest.Cells.Select(cell => TextLayout.Cut(cell, width))],
            };
        }

        var rows = shown.Count == 0 ? 0 : shown[0].Cells.Count;
        return
        [
            layout.Faint(Line(shown, column => column.Header)),
            .. Enumerable.Range(0, rows).Select(row => Line(shown, column => column.Cells[row])),
            .. LeftOut(left, layout),
        ];
    }

    /// <summary>Lays rows out; nothing where there are none.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="layout">The terminal.</param>
    /// <param name="columns">Head, priority, text of a row, and whether it holds words.</param>
    public static IReadOnlyList<string> Of<T>(
        IReadOnlyList<T> rows,
        TextLayout layout,
        params (string Header, int Priority, Func<T, string> Text, bool IsText)[] columns
    ) =>
        rows.Count == 0
            ? []
            : Lines(
                columns.Select(column => new TextColumn(column.Header, column.Priority, [.. rows.Select(column.Text)])
                {
                    IsText = column.IsText,
                }),
                layout
            );

    /// <summary>Characters that are left on a line beside some columns and the gap after them.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="layout">The terminal.</param>
    public static int RoomBeside(IEnumerable<TextColumn> columns, TextLayout layout) =>
        layout.Columns - Total([.. columns]) - Gap.Length;

    private static IEnumerable<string> LeftOut(IEnumerable<string> names, TextLayout layout)
    {
        var text = string.Join(", ", names.Select(name => name.Trim()));
        return text.Length == 0
            ? []
            : layout.Wrap($"No room for: {text}.", string.Empty, string.Empty).Select(layout.Faint);
    }

    private static TextColumn Cleaned(TextColumn column) =>
        column with
        {
            Header = TextLayout.Clean(column.Header),
            Cells = [.. column.Cells.Select(TextLayout.Clean)],
        };

    private static TextColumn? Widest(List<TextColumn> columns) =>
        columns.Where(column => column.IsText).MaxBy(column => column.Width);

    private static int Total(List<TextColumn> columns) =>
        columns.Sum(column => column.Width) + (Gap.Length * Math.Max(0, columns.Count - 1));

    private static string Line(List<TextColumn> columns, Func<TextColumn, string> text) =>
        string.Join(
                Gap,
                columns.Select(column =>
                    column.IsText ? text(column).PadRight(column.Width) : text(column).PadLeft(column.Width)
                )
            )
            .TrimEnd();
}
