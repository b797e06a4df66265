using System.Text;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Logs.Reading;

/// <summary>Reads a log of attempts row by row.</summary>
internal sealed class EventLogReader
{
    private const int MostSteps = 10_000;
    private readonly string _file;
    private readonly LogOptions _options;
    private readonly EventLog _log = new();
    private readonly OutcomeWords _words;
    private readonly CsvBytes _rows;
    private readonly LogColumns _columns;
    private readonly decimal _unit;
    private readonly bool _isInventoried;
    private LogZone? _zone;

    private EventLogReader(string file, CsvBytes rows, LogOptions options)
    {
        (_file, _rows, _options) = (file, rows, options);
        _words = new OutcomeWords(options.Outcomes);
        _unit = UnitTables.Time.FactorOf(options.Unit);
        if (_unit == 0)
        {
            throw new LogException($"--unit is '{options.Unit}': {UnitTables.Time.Names} is needed.");
        }

        _columns = rows.Read()
            ? new LogColumns(rows, file, options)
            : throw new LogException($"{file} is empty: a row of column names and rows of attempts are needed.");
        _log.HasInstants = _columns.Duration < 0;
        _log.HasNodes = _columns.Node >= 0;
        if (options.Inventory is { } inventory)
        {
            Inventory.Read(inventory, _log);
            _isInventoried = true;
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="LogException">It is no log.</exception>
    public static EventLog Read(string file, LogOptions options)
    {
        using var stream = LogFiles.Open(file);
        using var rows = new CsvBytes(stream);
        var reader = new EventLogReader(file, rows, options);
        reader.ReadRows();
        reader._log.Hash = rows.Hash();
        return reader._log;
    }

    private void ReadRows()
    {
        while (_rows.Read())
        {
            _log.Read++;
            if (!TryReadNames(out var node, out var step))
            {
                continue;
            }

            var outcome = _columns.Outcome < 0 ? null : _words.Find(_rows[_columns.Outcome]);
            if (_columns.Outcome >= 0 && outcome is null && !_rows[_columns.Outcome].IsEmpty)
            {
                var word = Shown(_columns.Outcome);
                Refuse(
                    "outcome",
                    $"the outcome is {word}; write --outcomes {word.Trim('\'')}=ok, failed or unfinished"
                );
                continue;
            }

            if (TryReadSpan(outcome, out var start, out var end))
            {
                outcome ??= end == LogRow.NoEnd ? LogOutcome.Unfinished : LogOutcome.Ok;
                _log.Rows.Add(new LogRow(start, end, node, _rows.Line, (ushort)step, outcome.Value));
            }
        }

        _log.IsZoneless = _zone == LogZone.None;
        if (_log.Read == 0)
        {
            throw new LogException($"{_file} has no row below its column names.");
        }
    }

    private bool TryReadNames(out int node, out int step)
    {
        (node, step) = (0, 0);
        if (_columns.Step >= 0 && _rows[_columns.Step].IsEmpty)
        {
            return Refuse("missing", "the step is missing");
        }

        step =
            _columns.Step < 0
                ? _log.Steps.IdOf(Encoding.UTF8.GetBytes(_options.Step!))
                : _log.Steps.IdOf(_rows[_columns.Step]);
        if (step >= MostSteps)
        {
            throw new LogException(
                $"{_file} has more than {MostSteps:N0} steps: is {Shown(_columns.Step)} the name of one?"
            );
        }

        if (_columns.Node < 0)
        {
            return true;
        }

        var name = _rows[_columns.Node];
        if (name.IsEmpty)
        {
            return Refuse("missing", "the node is missing");
        }

        node = _isInventoried ? _log.Nodes.Find(name) : _log.Nodes.IdOf(name);
        if (node < 0)
        {
            return Refuse("node", $"the node {Shown(_columns.Node)} is not in the inventory");
        }

        var isKnown = _columns.Rack < 0 || _rows[_columns.Rack].IsEmpty;
        return isKnown
            || _log.SetRack(node, _log.Racks.IdOf(_rows[_columns.Rack]))
            || Refuse("rack", $"the node {Shown(_columns.Node)} was in another rack before");
    }

    private bool TryReadSpan(LogOutcome? outcome, out long start, out long end)
    {
        (start, end) = (0, LogRow.NoEnd);
        if (_columns.Duration >= 0)
        {
            return !LogTime.IsMissing(_rows[_columns.Duration])
                ? TryReadTime(_columns.Duration, "duration", out end) && IsLegal(outcome, 0, end)
                : Refuse("missing", "the duration is missing");
        }

        if (LogTime.IsMissing(_rows[_columns.Start]))
        {
            return Refuse("missing", "the start is missing");
        }

        if (!TryReadTime(_columns.Start, "start", out start))
        {
            return false;
        }

        if (LogTime.IsMissing(_rows[_columns.End]))
        {
            return outcome is null or LogOutcome.Unfinished
                || Refuse("missing", $"the end is missing although the outcome is {Shown(_columns.Outcome)}");
        }

        return TryReadTime(_columns.End, "end", out end) && IsLegal(outcome, start, end);
    }

    private bool IsLegal(LogOutcome? outcome, long start, long end)
    {
        var step = _columns.Step < 0 ? _options.Step! : Encoding.UTF8.GetString(_rows[_columns.Step]);
        return end >= start
            ? end > start
                || outcome is LogOutcome.Unfinished or LogOutcome.Failed
                || HasPoll(step)
                || Refuse("empty", "it takes no time: the clock of the log is too coarse, write --poll with its tick")
            : Refuse(
                "reversed",
                _columns.Duration >= 0
                    ? $"the duration is {Shown(_columns.Duration)}"
                    : $"it ends at {Shown(_columns.End)}, before its start at {Shown(_columns.Start)}: are both of one time zone?"
            );
    }

    private bool HasPoll(string step) => _options.Polls.ContainsKey(step) || _options.Polls.ContainsKey("");

    private bool TryReadTime(int column, string role, out long nanoseconds)
    {
        nanoseconds = 0;
        if (!LogTime.TryRead(_rows[column], _unit, out var time))
        {
            return Refuse(
                "unreadable",
                $"the {role} is {Shown(column)}, neither a number nor a date such as 2026-11-23T20:45:09Z"
            );
        }

        _zone ??= time.Zone;
        if (column != _columns.Duration && time.Zone != _zone)
        {
            var (first, other) = (Words(_zone.Value), Words(time.Zone));
            return Refuse("zone", $"the {role} {Shown(column)} is {other}, the first time of the log is {first}");
        }

        nanoseconds = time.Nanoseconds;
        return true;
    }

    private static string Words(LogZone zone) =>
        zone switch
        {
            LogZone.Number => "a plain number",
            LogZone.None => "a date without time zone",
            _ => "a date with time zone",
        };

    private string Shown(int column)
    {
        const int longest = 60;
        var text = Encoding.UTF8.GetString(_rows[column]);
        return $"'{(text.Length > longest ? text[..longest] + "..." : text)}'";
    }

    private bool Refuse(string kind, string detail)
    {
        _log.Problems.Add(_rows.Line, kind, detail);
        return false;
    }
}
