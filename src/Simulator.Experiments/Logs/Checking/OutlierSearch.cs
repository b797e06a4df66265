using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Experiments.Logs.Reading;

namespace Simulator.Experiments.Logs.Checking;

/// <summary>Names the durations that lie outside the fence of their step.</summary>
internal static class OutlierSearch
{
    /// <summary>Goes through the log once more.</summary>
    /// <returns>For each step how many there are, and the first of them.</returns>
    public static (long Count, IReadOnlyList<OutlierResult> Kept)[] Find(
        EventLog log,
        IReadOnlyList<SampleFit?> fits,
        IReadOnlyList<StepRows> steps,
        int most
    )
    {
        var fences = fits.Select(fit => fit is null ? null : OutlierFence.Of(EmpiricalDistribution.Of(fit.Sample)))
            .ToArray();
        var counts = new long[fences.Length];
        var kept = Array.ConvertAll(fences, _ => new List<OutlierResult>());
        foreach (var row in log.Rows)
        {
            if (row.Outcome != LogOutcome.Ok || fences[row.Step] is not { } fence)
            {
                continue;
            }

            var (low, high) = steps[row.Step].SpanOf(row);
            if (high >= fence.Low && low <= fence.High)
            {
                continue;
            }

            counts[row.Step]++;
            if (kept[row.Step].Count < most)
            {
                var node = log.HasNodes ? log.Nodes.Names[row.Node] : null;
                kept[row.Step].Add(new OutlierResult(row.Row, node, high));
            }
        }

        return [.. counts.Zip(kept, (count, list) => (count, (IReadOnlyList<OutlierResult>)list))];
    }
}
