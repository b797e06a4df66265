using Simulator.Cluster.Records;
using Simulator.Experiments.Studies;

namespace Simulator.Experiments.Comparing;

/// <summary>What a comparison found of one contender.</summary>
/// <param name="Contender">The contender.</param>
/// <param name="Cell">Its replications, reduced; T is the mean of those that completed.</param>
/// <param name="IsOnFront">Whether no other is better in time, capacity lost or nodes out at once without being worse in another of the three.</param>
public sealed record ComparedRow(Contender Contender, CellResult Cell, bool IsOnFront)
{
    /// <summary>The contender's name.</summary>
    public string Name => Contender.Name;

    /// <summary>Mean capacity lost in the replications that completed; null where none did.</summary>
    public double? LostNodeHours => Completed.Count == 0 ? null : Completed.Average(run => run.LostNodeSeconds) / 3600;

    /// <summary>The most nodes out of service at once, in the mean of the replications.</summary>
    public double PeakUnavailableMean => Runs.Average(run => run.PeakUnavailable ?? 0);

    /// <summary>The most nodes out of service at once in any replication.</summary>
    public int PeakUnavailableMost => Runs.Max(run => run.PeakUnavailable ?? 0);

    private IReadOnlyList<RunSummary> Completed => [.. CellFindings.Completed(Cell.Runs).Select(run => run.Run)];

    private IEnumerable<RunSummary> Runs => Cell.Runs.Select(run => run.Run);
}
