namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>A row of a file of answers, not checked yet.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Cells">Texts by column, without outer blanks.</param>
internal sealed record AnswerRow(string File, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The text of a column; empty where there is none.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var text) ? text : "";
}
