using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Evidence;

/// <summary>A case with its points predicted.</summary>
/// <param name="Name">The case.</param>
/// <param name="Rows">Its points in the order of the file.</param>
public sealed record CaseResult(string Name, IReadOnlyList<EvidenceRow> Rows)
{
    /// <summary>Its scenario; null where there is none.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The calibrated numbers, by path, as all their points set them.</summary>
    public IReadOnlyList<(string Path, string Value)> Calibrated { get; init; } = [];

    /// <summary>The points that count.</summary>
    public IReadOnlyList<EvidenceRow> Counted => [.. Rows.Where(row => row.Kind == PointKind.Unseen)];

    /// <summary>The median of |error| over some points; null where there are none.</summary>
    public static double? MedianError(IEnumerable<EvidenceRow> rows)
    {
        var errors = rows.Select(row => row.Error).OfType<double>().Select(Math.Abs).Order().ToList();
        return errors.Count == 0 ? null : (errors[(errors.Count - 1) / 2] + errors[errors.Count / 2]) / 2;
    }

    /// <summary>The error that is farthest from 0, with its sign; null where there are none.</summary>
    public static double? WorstError(IEnumerable<EvidenceRow> rows)
    {
        var errors = rows.Select(row => row.Error).OfType<double>().ToList();
        return errors.Count == 0 ? null : errors.MaxBy(Math.Abs);
    }
}
