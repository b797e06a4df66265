namespace Simulator.Experiments.Logs;

/// <summary>All rows that cannot be used: each is counted, the first hundred thousand are kept with their sentence.</summary>
public sealed class LogProblems
{
    /// <summary>Problems that are kept.</summary>
    public const int MostKept = 100_000;

    private readonly List<LogProblem> _kept = [];
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Those that were kept, in the order of their rows.</summary>
    public IReadOnlyList<LogProblem> Kept => [.. _kept.OrderBy(problem => problem.Row)];

    /// <summary>How many there are of each kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>How many there are.</summary>
    public long Total => _counts.Values.Sum();

    internal void Add(int row, string kind, string detail)
    {
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (_kept.Count < MostKept)
        {
            _kept.Add(new LogProblem(row, kind, detail));
        }
    }
}
