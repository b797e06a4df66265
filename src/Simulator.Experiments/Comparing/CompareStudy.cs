using Simulator.Analysis.Comparisons;
using Simulator.Analysis.Estimates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Comparing;

/// <summary>Runs all contenders with the same draws and says which differences are real and who is beaten by whom.</summary>
public static class CompareStudy
{
    /// <summary>Compares; each contender gets the replications that its own precision asks for.</summary>
    /// <param name="contenders">At least two, of one size and seed.</param>
    /// <param name="options">How it is carried out.</param>
    /// <param name="observer">Who follows it.</param>
    /// <param name="cancellation">Stops within a fraction of a second; finished units are kept where there is a folder.</param>
    /// <returns>The findings.</returns>
    /// <exception cref="Cluster.DeadlockException">Everybody waits for somebody.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CompareResult Run(
        IReadOnlyList<Contender> contenders,
        StudyOptions options,
        IStudyObserver observer,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(contenders);
        ArgumentNullException.ThrowIfNull(options);
        List<Cell> cells = [.. contenders.Select((own, place) => new Cell(place, [own.Name], own.Scenario))];
        using var runner = new StudyRunner(options with { MeasuresPeak = true }, observer);
        var runs = runner.Run(cells, cancellation);
        var results = cells
            .Select(cell =>
            {
                var single = ReferenceTimes.SingleNode(cell.Scenario, options.Threads, cancellation);
                var times = ReferenceTimes.Of(cell.Scenario, single, runs[cell.Index]);
                return CellFindings.Of(cell, runs[cell.Index], times);
            })
            .ToList();
        var first = contenders[0].Scenario;
        var confidence = first.Goals.Confidence;
        return new CompareResult
        {
            Question = first.Question ?? "",
            Seed = first.Seed,
            Nodes = first.Model.Cluster.Nodes,
            Confidence = confidence,
            Rows = WithFront([.. contenders.Zip(results, (own, cell) => new ComparedRow(own, cell, false))]),
            Pairs = Judged(PairsOf(contenders, runs, confidence), confidence),
            Warnings = WarningsOf(contenders, results),
        };
    }

    private static List<ComparedRow> WithFront(List<ComparedRow> rows)
    {
        var completed = rows.Where(row => row.Cell.Makespan is not null).ToList();
        var front = ParetoFront.Of([
            .. completed.Select(row =>
                (double[])[row.Cell.Makespan!.Mean, row.LostNodeHours!.Value, row.PeakUnavailableMean]
            ),
        ]);
        return [.. rows.Select(row => row with { IsOnFront = completed.IndexOf(row) is >= 0 and var at && front[at] })];
    }

    private static IEnumerable<ComparedPair> PairsOf(
        IReadOnlyList<Contender> contenders,
        IReadOnlyList<IReadOnlyList<ReplicationResult>> runs,
        double confidence
    )
    {
        for (var other = 1; other < contenders.Count; other++)
        {
            var both = CellFindings
                .Completed(runs[other])
                .Join(CellFindings.Completed(runs[0]), own => own.Replication, own => own.Replication, (y, x) => (y, x))
                .ToList();
            foreach (var quantity in Enum.GetValues<ComparedQuantity>())
            {
                var paired =
                    both.Count == 0
                        ? null
                        : PairedDifference.FromReplications(
                            [.. both.Select(pair => ValueOf(pair.y, quantity))],
                            [.. both.Select(pair => ValueOf(pair.x, quantity))],
                            confidence
                        );
                yield return new ComparedPair(contenders[other].Name, quantity, paired);
            }
        }
    }

    private static double ValueOf(ReplicationResult result, ComparedQuantity quantity) =>
        quantity == ComparedQuantity.Makespan ? result.Run.Makespan : result.Run.LostNodeSeconds / 3600;

    /// <summary>Holm over all differences at once: so many claims of one study, one level for all of them.</summary>
    private static List<ComparedPair> Judged(IEnumerable<ComparedPair> pairs, double confidence)
    {
        var all = pairs.ToList();
        var known = all.Where(pair => pair.Paired?.PValue is not null).ToList();
        var adjusted = SimultaneousLimits.Holm([.. known.Select(pair => pair.Paired!.PValue!.Value)]);
        return
        [
            .. all.Select(pair =>
                known.IndexOf(pair) is >= 0 and var at
                    ? pair with
                    {
                        AdjustedPValue = adjusted[at],
                        IsReal = adjusted[at] <= 1 - confidence,
                    }
                    : pair
            ),
        ];
    }

    /// <summary>One sentence for all contenders that it holds of.</summary>
    private static List<string> WarningsOf(IReadOnlyList<Contender> contenders, List<CellResult> results) =>
        [
            .. contenders
                .SelectMany(
                    (own, place) =>
                        StudyWarnings.Of(own.Scenario, "compare", [results[place]]).Select(text => (own.Name, text))
                )
                .GroupBy(warning => warning.text, warning => warning.Name, StringComparer.Ordinal)
                .Select(same => same.Count() == contenders.Count ? same.Key : $"{string.Join(", ", same)}: {same.Key}"),
        ];
}
