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
        ["MM1"] = OpenQueues.Exponential,
        ["MMC"] = OpenQueues.Exponential,
        ["MDC"] = OpenQueues.ConstantService,
        ["MG1"] = OpenQueues.AnyService,
        ["GIM1"] = OpenQueues.AnyGaps,
        ["BATCH"] = OpenQueues.Batches,
        ["ERLA"] = OpenQueues.Impatient,
        ["ERLB"] = OpenQueues.Loss,
        ["MMCK"] = OpenQueues.Bounded,
        ["PRIO"] = OpenQueues.Priorities,
        ["ORDER"] = OpenQueues.Orders,
        ["CLOSED"] = ClosedQueues.SingleServers,
        ["CLOSEDM"] = ClosedQueues.SeveralServers,
        ["REPAIR"] = ClosedQueues.Repair,
        ["MVA2"] = ClosedQueues.SharedStations,
        ["ERLJOBS"] = Maxima.ErlangsOnServers,
        ["GEOMEXP"] = Maxima.Retries,
        ["TANDEM"] = Maxima.Tandem,
        ["PRIOD"] = JobShops.Priorities,
        ["GRAHAM"] = JobShops.ListScheduling,
        ["LOAD"] = JobShops.LoadDependent,
        ["HOURS"] = JobShops.OpenInWindows,
        ["RETRIAL"] = Interruptions.Retrial,
        ["REQUEUE"] = Interruptions.TimeOutAndRequeue,
        ["RESTART"] = Interruptions.RestartOrResume,
    };

    public static bool Has(string family) => Families.ContainsKey(family);

    public static Answer Ask(OracleRow row) =>
        Families.TryGetValue(row.Family, out var ask)
            ? ask(row)
            : throw new InvalidOperationException($"{row.Id}: nobody answers for family {row.Family}.");
}
