using Simulator.Cluster.Records;
using Simulator.Experiments.Waits;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Attribution;

/// <summary>A critical path told in words: who waited for what, and then did what.</summary>
internal static class StoryText
{
    private const int MostStretches = 12;

    /// <summary>The last step of the plan: what no finished step of a failed node explains stands there.</summary>
    private const string Verified = "verified";

    /// <summary>One sentence; the shortest stretches are left out where there are more than twelve.</summary>
    public static string Of(IReadOnlyList<PathStretch> path)
    {
        if (path.Count == 0)
        {
            return "In replication 0 nothing takes any time.";
        }

        var told = path.OrderByDescending(stretch => stretch.Seconds).Take(MostStretches).ToHashSet();
        var parts = new List<string>();
        string? who = null;
        foreach (var stretch in path.Where(told.Contains))
        {
            parts.Add(stretch.Who == who ? Words(stretch) : $"{stretch.Who} {Words(stretch)}");
            who = stretch.Who;
        }

        var rest = path.Where(stretch => !told.Contains(stretch)).ToList();
        var others = rest.Count switch
        {
            0 => "",
            1 => $"; one shorter stretch of {HumanTime.Of(rest[0].Seconds)} is left out",
            _ => $"; {rest.Count} shorter stretches, {HumanTime.Of(rest.Sum(own => own.Seconds))} in all, are left out",
        };
        var end = path[^1].StartSeconds + path[^1].Seconds;
        return $"In replication 0 {string.Join(", then ", parts)}; {path[^1].Who} is the last to be done, after"
            + $" {HumanTime.Of(end)}{others}.";
    }

    private static string Words(PathStretch stretch) =>
        stretch.Cause switch
        {
            "work" => $"takes {HumanTime.Of(stretch.Seconds)} for {stretch.Step}",
            "failures" when stretch.Step == Verified =>
                $"loses {HumanTime.Of(stretch.Seconds)} to attempts until it fails for good",
            "failures" => $"loses {HumanTime.Of(stretch.Seconds)} to failed attempts at {stretch.Step}",
            Causes.LimitName => $"waits {HumanTime.Of(stretch.Seconds)} for `{stretch.Cause}`",
            _ => $"waits {HumanTime.Of(stretch.Seconds)} for `{stretch.Cause}` at {stretch.Step}",
        };
}
