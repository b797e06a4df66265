using Simulator.Cluster.Updates;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Records;

/// <summary>
/// The fingerprint of a run, F = Σ h(what, who, when) mod 2^64 over all that happened: for every step of every node (group)
/// its begin, its end and its wait for each service, for every failed attempt and refused call when, and each node's end
/// and outcome.
/// </summary>
/// <remarks>
/// <para>
/// h(k, i, v) = lo ⊕ hi of the 128-bit product (v ⊕ k) · (iφ ⊕ k'), where k comes from the names of step and service, i is the
/// number of the node (group), v an instant or a span in nanoseconds, φ = 2^64 divided by the golden ratio, and k' is k with
/// its halves exchanged. Sums have no order: threads, shards and the order of events at one instant do not show, nor does
/// an event that the engine leaves out because nobody sees it.
/// </para>
/// <para>
/// Two runs that differ have the same fingerprint with probability 2^-64; it is no protection against forgery. Integers
/// only, so the same on every machine. Thread safety: pure functions. O(N · steps), about 2 ns a cell.
/// </para>
/// <para>Source: folded multiplication as in Wang Yi, <i>wyhash</i>, 2019; sums of hashes: M. Bellare and D. Micciancio,
/// <i>A new paradigm for collision-free hashing</i>, 1997, section 3.</para>
/// </remarks>
public static class Fingerprint
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int Half = 32;

    private static readonly ulong OutcomeKey = Key("outcome");
    private static readonly ulong PartKey = Key("part");

    /// <summary>The fingerprint of a run that has ended.</summary>
    /// <param name="record">The run.</param>
    /// <returns>64 bits; the same for equal histories only.</returns>
    public static ulong Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var sum = record.Repeats;
        for (var level = 0; level < record.Plan.Levels.Count; level++)
        {
            var columns = Columns(record.Plan, level);
            if (columns.Length > 0)
            {
                sum = unchecked(sum + OfRows(record.Rows(level), record.Plan.Widths[level], columns));
            }
        }

        for (var node = 0; node < record.Nodes; node++)
        {
            sum = unchecked(sum + Hash(OutcomeKey, (ulong)node, (ulong)record.OutcomeOf(node)));
        }

        return sum;
    }

    /// <summary>The fingerprint of a whole from those of its parts, whose order counts: Σ h("part", place, F).</summary>
    /// <param name="parts">Replications of a cell, or cells of a study, from 0.</param>
    /// <returns>64 bits; 0 for no parts.</returns>
    public static ulong OfAll(IEnumerable<ulong> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (sum, place) = (0UL, 0UL);
        foreach (var part in parts)
        {
            sum = unchecked(sum + Hash(PartKey, place++, part));
        }

        return sum;
    }

    /// <summary>k of names: FNV-1a over them, spread over all bits.</summary>
    internal static ulong Key(params IReadOnlyList<string> names)
    {
        var hash = Fnv1a.Hash64(string.Join('\n', names));
        return Hash(hash, hash, Golden);
    }

    /// <summary>h(what, who, when).</summary>
    internal static ulong Hash(ulong what, ulong who, ulong when) => Fold(what, unchecked(who * Golden), when);

    private static ulong Fold(ulong what, ulong spread, ulong when)
    {
        var high = Math.BigMul(what ^ when, spread ^ ulong.RotateLeft(what, Half), out var low);
        return high ^ low;
    }

    private static ulong OfRows(
        ReadOnlySpan<long> rows,
        int width,
        ReadOnlySpan<(int Place, ulong Key, long Least)> columns
    )
    {
        var (sum, spread) = (0UL, 0UL);
        for (var start = 0; start < rows.Length; start += width)
        {
            var row = rows.Slice(start, width);
            foreach (var (place, key, least) in columns)
            {
                var when = row[place];
                sum = unchecked(sum + (when < least ? 0 : Fold(key, spread, (ulong)when)));
            }

            spread = unchecked(spread + Golden);
        }

        return sum;
    }

    /// <summary>
    /// The columns of a level that others than the engine see. An instant below zero never came, a wait of nothing is none:
    /// the engine need not ask where nobody can be in the way.
    /// </summary>
    private static (int Place, ulong Key, long Least)[] Columns(UpdatePlan plan, int level)
    {
        var columns = new List<(int, ulong, long)>();
        foreach (var step in plan.Steps.Where(step => step.Level == level))
        {
            if (step.IsDeclared || step == plan.Verified)
            {
                columns.Add((step.StartColumn, Key(step.Name, "begin"), 0));
            }

            if (step.EndColumn >= 0)
            {
                columns.Add((step.EndColumn, Key(step.Name, "end"), 0));
            }

            columns.AddRange(step.Waits.Select(wait => (wait.Column, Key(step.Name, "wait", NameOf(plan, wait)), 1L)));
        }

        return [.. columns];
    }

    private static string NameOf(UpdatePlan plan, WaitColumn wait) =>
        wait.Service == WaitColumn.Place ? Causes.LimitName : plan.Model.Services[wait.Service].Name;
}
