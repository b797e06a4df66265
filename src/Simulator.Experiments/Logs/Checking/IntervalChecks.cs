using System.Runtime.InteropServices;
using Simulator.Experiments.Logs.Reading;

namespace Simulator.Experiments.Logs.Checking;

/// <summary>Attempts of one step on one node come one after the other: finds those that do not, and counts attempts in a row.</summary>
internal sealed class IntervalChecks
{
    private readonly EventLog _log;
    private readonly bool[] _isDropped;
    private readonly int[] _mostAttempts;

    private IntervalChecks(EventLog log)
    {
        _log = log;
        _isDropped = new bool[log.Rows.Count];
        _mostAttempts = new int[log.Steps.Names.Count];
    }

    /// <summary>Takes rows that repeat, overlap or were followed without an end out of a log.</summary>
    /// <returns>The most attempts in a row, by step: failed ones and the one after them.</returns>
    public static int[] Apply(EventLog log)
    {
        var checks = new IntervalChecks(log);
        Array.Fill(checks._mostAttempts, 1);
        if (!log.HasInstants || !log.HasNodes)
        {
            return checks._mostAttempts;
        }

        checks.CheckNodes();
        var kept = 0;
        var rows = CollectionsMarshal.AsSpan(log.Rows);
        for (var row = 0; row < rows.Length; row++)
        {
            if (!checks._isDropped[row])
            {
                rows[kept++] = rows[row];
            }
        }

        CollectionsMarshal.SetCount(log.Rows, kept);
        return checks._mostAttempts;
    }

    /// <summary>Sorts rows by node by counting, those of a node by step and start.</summary>
    private void CheckNodes()
    {
        var rows = _log.Rows;
        var ends = new int[_log.Nodes.Names.Count + 1];
        foreach (var row in rows)
        {
            ends[row.Node + 1]++;
        }

        for (var node = 0; node < _log.Nodes.Names.Count; node++)
        {
            ends[node + 1] += ends[node];
        }

        var order = new int[rows.Count];
        var next = ends.AsSpan(0, ends.Length - 1).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            order[next[rows[row].Node]++] = row;
        }

        for (var node = 0; node + 1 < ends.Length; node++)
        {
            var own = order.AsSpan(ends[node], ends[node + 1] - ends[node]);
            own.Sort(Compare);
            CheckNode(own);
        }
    }

    private int Compare(int left, int right)
    {
        var (a, b) = (_log.Rows[left], _log.Rows[right]);
        var byStep = a.Step.CompareTo(b.Step);
        var byStart = byStep != 0 ? byStep : a.Start.CompareTo(b.Start);
        var byEnd = byStart != 0 ? byStart : a.End.CompareTo(b.End);
        return byEnd != 0 ? byEnd : left.CompareTo(right);
    }

    private void CheckNode(ReadOnlySpan<int> own)
    {
        var (attempts, last) = (1, -1);
        foreach (var row in own)
        {
            var now = _log.Rows[row];
            var before = last < 0 ? default : _log.Rows[last];
            if (last < 0 || before.Step != now.Step)
            {
                attempts = 1;
            }
            else if (before.Start == now.Start && before.End == now.End)
            {
                Drop(row, "duplicate", $"it repeats row {before.Row}");
                continue;
            }
            else if (before.End == LogRow.NoEnd)
            {
                Drop(last, "missing", $"the end is missing although row {now.Row} begins the step on the node again");
                attempts = 1;
            }
            else if (now.Start < before.End)
            {
                Drop(
                    row,
                    "overlap",
                    $"it begins before row {before.Row} of the same node and step ends; neither is used"
                );
                _isDropped[last] = true;
                last = before.End >= now.End ? last : row;
                continue;
            }
            else
            {
                attempts = before.Outcome == LogOutcome.Failed ? attempts + 1 : 1;
            }

            last = row;
            ref var most = ref _mostAttempts[now.Step];
            most = Math.Max(most, attempts);
        }
    }

    private void Drop(int row, string kind, string detail)
    {
        _isDropped[row] = true;
        _log.Problems.Add(_log.Rows[row].Row, kind, detail);
    }
}
