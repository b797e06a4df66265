using Simulator.Analysis.Estimates;
using Simulator.Cluster.Records;
using Simulator.Experiments.Levers;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Waits;

namespace Simulator.Experiments.Attribution;

/// <summary>Takes T(N) of one size apart: shares, removals, elasticities, the path of the last node, the next bottleneck.</summary>
public static class AttributionStudy
{
    private const long NodeRuns = 12_000_000;
    private const int Fewest = 5;
    private const int Most = 30;

    /// <summary>Attributes.</summary>
    /// <param name="scenario">The scenario, of the size that is asked for.</param>
    /// <param name="cell">What its own replications gave.</param>
    /// <param name="options">Threads, and replications where they are fixed.</param>
    /// <param name="cancellation">Stops between events.</param>
    public static AttributionResult Of(
        Scenario scenario,
        CellResult cell,
        StudyOptions options,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(options);
        var confidence = scenario.Goals.Confidence;
        var factors = new FactorSet(scenario.Model);
        var count = factors.Factors.Count;
        var sets = count <= Shares.MostExact ? 1L << count : 2L * Shares.Pairs * count;
        var wanted = Math.Clamp(NodeRuns / sets / cell.Nodes, Fewest, Most);
        var replications = options.Replications ?? (int)Math.Min(wanted, cell.Replications);
        var numbers = CellFindings
            .Completed(cell.Runs)
            .Select(run => (ulong)run.Replication)
            .Take(replications)
            .ToList();
        var runs = new Replications(scenario.Seed, numbers, options.Threads, cancellation);
        var coalitions = new Coalitions(factors, runs);
        var (shares, isExact) = SharesOf(factors, coalitions, confidence);
        var read = runs.Of([factors.Plan(factors.All)], Read)[0];
        return new AttributionResult
        {
            Nodes = cell.Nodes,
            Replications = numbers.Count,
            IsExact = isExact,
            Makespan = Estimate.FromReplications(coalitions[factors.All], confidence),
            Floor = Estimate.FromReplications(coalitions[0], confidence),
            Factors = [.. shares.OrderByDescending(share => share.Shapley.Mean)],
            Cures = new CureChain(factors, coalitions, confidence).Of(),
            Elasticities = Elasticities.Of(scenario, runs, confidence),
            Blame = BlameOf(scenario, cell),
            Path = read[0].Path,
            Windows = BusyWindows.Mean([.. read.Select(own => own.Windows)]),
            Waterfall = Ladder.Anchor(cell, [.. shares.Select(share => (share.Name, share.Shapley.Mean))]),
            Unused = LeverSet.Unused(scenario.Model),
            Coalitions = coalitions.Count,
        };
    }

    private static (IReadOnlyList<PathStretch> Path, IReadOnlyList<BusyWindow> Windows) Read(RunRecord record) =>
        (PathStory.Of(record), BusyWindows.Of(record));

    /// <summary>Factors that change nothing, neither alone nor removed, in any replication, are one player.</summary>
    private static (IReadOnlyList<FactorShare> Shares, bool IsExact) SharesOf(
        FactorSet factors,
        Coalitions coalitions,
        double confidence
    )
    {
        var (all, single) = (factors.All, factors.Factors.Select((_, index) => 1UL << index).ToList());
        coalitions.Run([0, all, .. single, .. single.Select(own => all & ~own)]);
        bool IsIdle(ulong own) =>
            coalitions[own].SequenceEqual(coalitions[0]) && coalitions[all & ~own].SequenceEqual(coalitions[all]);

        var idle = single.Where(IsIdle).Aggregate(0UL, (set, own) => set | own);
        var isGrouped = single.Count > Shares.MostExact && ulong.PopCount(idle) > 1;
        IReadOnlyList<ulong> players = isGrouped ? [.. single.Where(own => (own & idle) == 0), idle] : single;
        var shares = new Shares(coalitions, players, confidence);
        return (
            [
                .. players.Zip(
                    shares.Of(),
                    (own, share) =>
                        Describe(factors, own) with
                        {
                            Shapley = share.Share,
                            SamplingError = share.SamplingError,
                            Removal = coalitions.Difference(all, all & ~own, confidence),
                            Alone = coalitions.Difference(own, 0, confidence),
                        }
                ),
            ],
            shares.IsExact
        );
    }

    private static FactorShare Describe(FactorSet factors, ulong own)
    {
        var members = factors.Factors.Where((_, index) => FactorSet.IsIn(own, index)).ToList();
        var none = Estimate.FromReplications([0]);
        return new FactorShare
        {
            Name = string.Join(", ", members.Select(factor => factor.Name)),
            Kind = members.Count == 1 ? members[0].Kind : "group",
            Removed = members.Count == 1 ? members[0].Removed : "none of them",
            Shapley = none,
            Removal = none,
            Alone = none,
        };
    }

    private static IReadOnlyList<PathShare> BlameOf(Scenario scenario, CellResult cell)
    {
        var makespans = cell.Runs.Select(run => run.Run.Makespan).ToList();
        if (makespans.Average() <= 0)
        {
            return [];
        }

        var shares = cell.Blame.Select(part =>
        {
            var index = Enumerable
                .Range(0, cell.Runs[0].Run.Blame.Count)
                .First(cause => Causes.NameOf(cause + Causes.Least, scenario.Model) == part.Cause);
            var seconds = cell.Runs.Select(run => run.Run.Blame[index]).ToList();
            var share = PairedRatio.OfMeans(seconds, makespans, scenario.Goals.Confidence);
            return new PathShare(part.Cause, part.Seconds, share, part.BitesShare);
        });
        return [.. shares];
    }
}
