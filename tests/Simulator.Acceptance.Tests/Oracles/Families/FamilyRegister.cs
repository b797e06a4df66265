using Simulator.Acceptance.Tests.Oracles.Answers;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Who answers for which family.</summary>
internal static class FamilyRegister
{
    private static readonly Dictionary<string, Func<OracleRow, Answer>> Families = new(StringComparer.Ordinal)
    {
        ["DDC"] = FlowLines.OneStation,
        ["PIPE"] = FlowLines.Stages,
        ["BARR"] = FlowLines.Barriers,
        ["BOTT"] = FlowLines.Bottleneck,
        ["WAVE"] = Strategies.Waves,
        ["ROLLK"] = Strategies.Window,
        ["SEMA"] = Strategies.Permits,
        ["RACKDET"] = Strategies.Racks,
        ["TBDET"] = Buckets.OneCall,
        ["TBCOST"] = Buckets.Costs,
        ["TB2"] = Buckets.TwoInSeries,
        ["PSDET"] = Transfers.EqualFlows,
        ["HYB"] = Transfers.PermitsThenStation,
        ["KAT"] = Draws.KnownAnswer,
        ["SAMP"] = Draws.Sample,
        ["EXPC"] = Maxima.ExponentialsOnServers,
        ["OMAX"] = Maxima.OneStep,
        ["SUMMAX"] = Maxima.SumOfSteps,
        ["BARMAX"] = Maxima.Barriers,
        ["GEOM"] = Attempts.UntilSuccess,
        ["MAXATT"] = Attempts.Limited,
        ["RACKMAX"] = Maxima.Racks,
        ["WAVEMAX"] = Maxima.Waves,
        ["CHANGE"] = Fits.Knee,
        ["LAW"] = Fits.Law,
        ["USL"] = Fits.Scalability,
        ["COVT"] = Coverage.OfMeans,
        ["COVBAND"] = Coverage.Band,
        ["OSCI"] = Coverage.OfQuantiles,
        ["NSTAR"] = Budgets.LargestCluster,
        ["CRN"] = CommonNumbers.VarianceRatio,
        ["TRMMC"] = EarlyQueues.Answer,
        ["MM1"] = SteadyQueues.Answer,
        ["MMC"] = SteadyQueues.Answer,
        ["FLUID"] = FairShares.Ends,
        ["RATES"] = FairShares.Rates,
        ["PS1"] = SteadyFlows.Answer,
        ["PSCAP"] = SteadyFlows.Answer,
        ["PSEXP"] = Downloads.ExponentialSizes,
        ["TBPOIS"] = SteadyFlows.Answer,
        ["TBQ"] = SteadyFlows.Answer,
        ["TBRETRY"] = ClientRetries.AtBucket,
        ["FIXWIN"] = ClientRetries.AtWindows,
        ["FAILDET"] = Failures.Scripted,
        ["ABORT"] = Failures.Halts,
        ["TREE"] = Spreading.Binomial,
        ["CHAIN"] = Spreading.Chain,
        ["EPID"] = Spreading.Seeding,
        ["GOSSIP"] = Spreading.Gossip,
        ["KR"] = Spreading.Fluid,
        ["MUND"] = Spreading.Scheduled,
        ["LOCKTICK"] = Polling.Lock,
        ["BATCHDET"] = Polling.Batches,
        ["BATCHPOIS"] = SteadyFlows.Answer,
        ["POLLTB"] = Polling.Load,
    };

    public static bool Has(string family) => Families.ContainsKey(family);

    public static Answer Ask(OracleRow row) =>
        Families.TryGetValue(row.Family, out var ask)
            ? ask(row)
            : throw new InvalidOperationException($"{row.Id}: nobody answers for family {row.Family}.");
}
