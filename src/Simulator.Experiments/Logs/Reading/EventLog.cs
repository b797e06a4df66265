namespace Simulator.Experiments.Logs.Reading;

/// <summary>A log as it was read: attempts that can be understood, and the rows that cannot.</summary>
internal sealed class EventLog
{
    public const int NoRack = -1;

    public List<LogRow> Rows { get; } = [];

    public NameTable Nodes { get; } = new();

    public NameTable Steps { get; } = new();

    public NameTable Racks { get; } = new();

    /// <summary>The rack of each node, by its number.</summary>
    public List<int> RackOf { get; } = [];

    public LogProblems Problems { get; } = new();

    /// <summary>Rows below the head.</summary>
    public long Read { get; set; }

    /// <summary>Whether rows have an instant of start, so that they can overlap.</summary>
    public bool HasInstants { get; set; }

    /// <summary>Whether nodes have names.</summary>
    public bool HasNodes { get; set; }

    /// <summary>Whether dates stand without offset.</summary>
    public bool IsZoneless { get; set; }

    public string Hash { get; set; } = "";

    /// <summary>Notes the rack of a node; false where another one is known.</summary>
    public bool SetRack(int node, int rack)
    {
        while (RackOf.Count <= node)
        {
            RackOf.Add(NoRack);
        }

        var known = RackOf[node];
        RackOf[node] = known == NoRack ? rack : known;
        return known == NoRack || known == rack;
    }
}
