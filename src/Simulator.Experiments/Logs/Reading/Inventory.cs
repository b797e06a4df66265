using System.Text;

namespace Simulator.Experiments.Logs.Reading;

/// <summary>The list of all nodes: what is not in it is unknown.</summary>
internal static class Inventory
{
    /// <summary>Reads a CSV file with a column <c>node</c> and perhaps <c>rack</c> into a log.</summary>
    /// <exception cref="LogException">It has no such column, or a node twice.</exception>
    public static void Read(string file, EventLog log)
    {
        using var stream = LogFiles.Open(file);
        using var rows = new CsvBytes(stream);
        var header = new List<string>();
        _ = rows.Read();
        for (var field = 0; field < rows.Count; field++)
        {
            header.Add(Encoding.UTF8.GetString(rows[field]));
        }

        var (node, rack) = (header.IndexOf("node"), header.IndexOf("rack"));
        if (node < 0)
        {
            throw new LogException($"{file}: no column 'node'; it and perhaps 'rack' are needed.");
        }

        while (rows.Read())
        {
            var name = rows[node];
            if (name.IsEmpty || log.Nodes.Find(name) >= 0)
            {
                throw new LogException($"{file}: row {rows.Line} names no node, or one that stands above.");
            }

            var id = log.Nodes.IdOf(name);
            _ = log.SetRack(id, rack < 0 || rows[rack].IsEmpty ? EventLog.NoRack : log.Racks.IdOf(rows[rack]));
        }
    }
}
