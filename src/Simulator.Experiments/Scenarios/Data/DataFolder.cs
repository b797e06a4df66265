namespace Simulator.Experiments.Scenarios.Data;

/// <summary>The data files of a scenario, seen from its folder; each column is read once for all overrides.</summary>
/// <param name="folder">The folder of the scenario file.</param>
internal sealed class DataFolder(string folder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string File, string Column, double Seconds), DataColumn> _columns = [];

    /// <summary>The sample in a column, in seconds, or why it cannot be used.</summary>
    /// <param name="file">The path as the scenario writes it.</param>
    /// <param name="column">The column; empty where the file has one only.</param>
    /// <param name="seconds">Seconds in one unit of the numbers.</param>
    /// <returns>The column.</returns>
    public DataColumn Read(string file, string column, double seconds)
    {
        lock (_lock)
        {
            if (!_columns.TryGetValue((file, column, seconds), out var result))
            {
                result = new DataColumnReader(file, column, seconds).Read(Path.Combine(folder, file));
                _columns.Add((file, column, seconds), result);
            }

            return result;
        }
    }
}
