namespace Simulator.Reporting.Text;

/// <summary>A column of a table in a terminal.</summary>
/// <param name="Header">Its head.</param>
/// <param name="Priority">0 = never left out; the highest number goes first where the terminal is narrow.</param>
/// <param name="Cells">The texts, one for each row.</param>
internal sealed record TextColumn(string Header, int Priority, IReadOnlyList<string> Cells)
{
    /// <summary>Whether it holds words; figures stand to the right.</summary>
    public bool IsText { get; init; }

    /// <summary>Columns of the terminal that it takes.</summary>
    public int Width => Math.Max(Header.Length, Cells.Select(cell => cell.Length).DefaultIfEmpty(0).Max());
}
