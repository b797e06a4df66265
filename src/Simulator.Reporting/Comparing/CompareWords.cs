using Simulator.Experiments.Comparing;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Comparing;

/// <summary>What a comparison found, a sentence each.</summary>
internal static class CompareWords
{
    private const int Named = 3;

    /// <summary>The answer, the most important sentence first.</summary>
    public static IReadOnlyList<string> Answer(CompareResult found)
    {
        var ranked = found.Rows.Where(row => row.Cell.Makespan is not null).ToList();
        return ranked.Count == 0
            ? [.. found.Rows.Select(Stopped), .. Blast(found)]
            :
            [
                Best(ranked),
                .. Front(ranked),
                .. Differences(found),
                .. Blast(found),
                .. found.Rows.Where(row => row.Cell.CompletedShare < 1).Select(Stopped),
            ];
    }

    private static string Best(List<ComparedRow> ranked)
    {
        var fastest = ranked.MinBy(row => row.Cell.Makespan!.Mean)!;
        var least = ranked.MinBy(row => row.LostNodeHours!.Value)!;
        var time = $"{fastest.Name} is fastest: {HumanTime.Of(fastest.Cell.Makespan!.Mean)}";
        return fastest == least
            ? $"{time}, and loses least capacity: {Hours(least)}."
            : $"{time}. {least.Name} loses least capacity: {Hours(least)}, in {HumanTime.Of(least.Cell.Makespan!.Mean)}.";
    }

    private static IEnumerable<string> Front(List<ComparedRow> ranked)
    {
        var front = ranked.Where(row => row.IsOnFront).OrderBy(row => row.Cell.Makespan!.Mean).ToList();
        if (front.Count > 1)
        {
            var rest =
                front.Count == ranked.Count
                    ? "Each is better than every other in one of the three."
                    : "Each of the others is beaten by one of these: better in none of the three, worse in one.";
            yield return $"Best in time, capacity lost or nodes out at once, fastest first: {string.Join(", ", front.Select(row => row.Name))}. {rest}";
        }
    }

    private static IEnumerable<string> Differences(CompareResult found)
    {
        var level = HumanShare.Of(found.Confidence);
        foreach (var quantity in Enum.GetValues<ComparedQuantity>())
        {
            var told = found.Pairs.Where(pair => pair.Quantity == quantity && pair.IsReal is not null).ToList();
            if (told.Count == 0)
            {
                continue;
            }

            var equal = told.Where(pair => pair.IsReal == false).Select(pair => pair.Name).ToList();
            var what = quantity == ComparedQuantity.Makespan ? "time" : "capacity lost";
            var rest = equal.Count == 0 ? "" : $"; not told apart from it: {Few(equal)}";
            yield return $"In {what}, {told.Count - equal.Count} of {told.Count} differ from {found.Rows[0].Name} for certain ({level}, all differences together){rest}.";
        }
    }

    private static string Few(List<string> names) =>
        names.Count > Named
            ? $"{string.Join(", ", names.Take(Named))} and {names.Count - Named} more"
            : string.Join(", ", names);

    private static IEnumerable<string> Blast(CompareResult found)
    {
        var rows = found.Rows.Where(row => row.Cell.DefectiveNodesMean is not null).ToList();
        if (rows.Count > 1)
        {
            var (least, most) = (
                rows.MinBy(row => row.Cell.DefectiveNodesMean)!,
                rows.MaxBy(row => row.Cell.DefectiveNodesMean)!
            );
            yield return $"{least.Name} leaves fewest nodes with the defective version, {HumanCount.Of(least.Cell.DefectiveNodesMean!.Value)} in the mean of all replications; {most.Name} leaves most, {HumanCount.Of(most.Cell.DefectiveNodesMean!.Value)}.";
        }
    }

    private static string Stopped(ComparedRow row)
    {
        var stopped = (int)Math.Round((1 - row.Cell.CompletedShare) * row.Cell.Replications);
        var reached =
            $"it reached {HumanCount.Of(row.Cell.ReachedNodesMean ?? 0)} of {HumanCount.Nodes(row.Cell.Nodes)} in the mean of all{Defective(row)}";
        return row.Cell.Makespan is null
            ? $"{row.Name} stopped early in every replication, so that it has no T; {reached}."
            : $"{row.Name} stopped early in {stopped} of {row.Cell.Replications} replications, which are left out of its T and capacity; {reached}.";
    }

    private static string Defective(ComparedRow row) =>
        row.Cell.DefectiveNodesMean is { } bad ? $" and left {HumanCount.Of(bad)} with the defective version" : "";

    private static string Hours(ComparedRow row) => $"{HumanCount.Of(row.LostNodeHours!.Value)} node-hours";
}
