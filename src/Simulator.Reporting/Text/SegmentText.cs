using Simulator.Analysis.ScalingLaws;
using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>What T(N) does between two thresholds, in words.</summary>
internal static class SegmentText
{
    /// <summary>The class and where it holds, such as <c>linear from N = 400 to 4,096</c>.</summary>
    public static string Growth(SegmentResult segment) => $"{segment.Class} from N = {Range(segment)}";

    /// <summary>The class with the local exponent and its span.</summary>
    public static string Line(SegmentResult segment)
    {
        var exponent = segment.Exponent is { } local
            ? FormattableString.Invariant($"; local exponent {local.Value:0.00}")
                + $" from N = {HumanCount.Of((long)local.Nodes)} to {HumanCount.Of((long)(2 * local.Nodes))}"
            : string.Empty;
        return $"N = {Range(segment)}: {segment.Class}{exponent}.";
    }

    /// <summary>The segments that have too few sizes for a class; null where all have one.</summary>
    public static string? Untold(IReadOnlyList<SegmentResult> segments)
    {
        var ranges = segments.Where(segment => segment.Class is null).Select(Range).ToList();
        return ranges.Count == 0
            ? null
            : $"Too few tested sizes for a class ({ScalingFit.FewestSizes} are needed) at N = {string.Join("; ", ranges)}.";
    }

    private static string Range(SegmentResult segment) =>
        segment.From == segment.To
            ? HumanCount.Of(segment.From)
            : $"{HumanCount.Of(segment.From)} to {HumanCount.Of(segment.To)}";
}
