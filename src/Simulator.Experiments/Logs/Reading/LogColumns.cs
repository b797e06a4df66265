using System.Text;
using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Logs.Reading;

/// <summary>Where in a row each thing stands; −1 where the log does not have it.</summary>
internal sealed class LogColumns
{
    /// <summary>What a column may hold.</summary>
    public static readonly string[] Roles = ["node", "step", "start", "end", "duration", "outcome", "rack"];

    private readonly string _file;
    private readonly List<string> _header = [];
    private readonly IReadOnlyDictionary<string, string> _names;

    /// <summary>Finds the columns in the head row that was just read.</summary>
    public LogColumns(CsvBytes rows, string file, LogOptions options)
    {
        (_file, _names) = (file, options.Columns);
        for (var field = 0; field < rows.Count; field++)
        {
            _header.Add(Encoding.UTF8.GetString(rows[field]));
        }

        if (options.Columns.Keys.FirstOrDefault(role => !Roles.Contains(role)) is { } unknown)
        {
            throw new LogException($"'{unknown}' is nothing that a column holds: {Suggestion.List(Roles)} are.");
        }

        Node = Find("node");
        Step = options.Step is null ? Find("step") : -1;
        Duration = options.Columns.ContainsKey("start") ? -1 : Find("duration");
        Start = Duration >= 0 ? -1 : Find("start");
        End = Duration >= 0 ? -1 : Find("end");
        Outcome = Find("outcome");
        Rack = Find("rack");
        if (Step < 0 && options.Step is null)
        {
            throw Missing("step", "--step NAME where all rows are of one step");
        }

        if (Duration < 0 && (Start < 0 || End < 0))
        {
            throw Missing(Start < 0 ? "start" : "end", "--columns duration=NAME");
        }
    }

    public int Node { get; }

    public int Step { get; }

    public int Start { get; }

    public int End { get; }

    public int Duration { get; }

    public int Outcome { get; }

    public int Rack { get; }

    private int Find(string role)
    {
        if (!_names.TryGetValue(role, out var name))
        {
            return _header.FindIndex(column => column.Equals(role, StringComparison.OrdinalIgnoreCase));
        }

        var place = _header.IndexOf(name);
        return place >= 0
            ? place
            : throw new LogException(
                $"{_file}: '{name}' is no column of it. {Suggestion.Sentence(name, _header, "Columns there")}"
            );
    }

    private LogException Missing(string role, string otherwise) =>
        new(
            $"{_file}: no column '{role}'. Write --columns {role}=NAME, or {otherwise}; columns there are {Suggestion.List(_header)}."
        );
}
