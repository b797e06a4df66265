using CsCheck;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Small scenarios of every kind, with many ties: whole seconds, few servers, few nodes.</summary>
internal static class RandomScenarios
{
    private static readonly Gen<SimTime> Seconds = Gen.Int[0, 4].Select(seconds => SimTime.FromSeconds(seconds));

    internal static readonly Gen<SimTime> SomeSeconds = Gen.Int[1, 4].Select(seconds => SimTime.FromSeconds(seconds));

    private static readonly Gen<DurationSpec?> Takes = Gen.Frequency(
        (2, Gen.Const((DurationSpec?)null)),
        (6, Gen.Int[0, 4].Select(DurationSpec? (seconds) => new DurationSpec.Drawn(new Constant(seconds)))),
        (5, Values.Select(DurationSpec? (values) => new DurationSpec.Listed(values))),
        (5, Values.Select(DurationSpec? (values) => new DurationSpec.Drawn(new Empirical(values)))),
        (1, Gen.Const((DurationSpec?)new DurationSpec.Drawn(new Exponential(2)))),
        (1, Gen.Const((DurationSpec?)new DurationSpec.Drawn(new Uniform(0.5, 3.7))))
    );

    internal static readonly Gen<Backoff> Backoffs =
        from delay in Seconds
        from factor in Gen.Int[1, 2]
        from cap in Optional(1, SomeSeconds)
        from jitter in Gen.OneOf(0.0, 0.0, 0.5)
        select new Backoff
        {
            Delay = delay,
            Factor = factor,
            Cap = cap,
            Jitter = jitter,
        };

    private static readonly Gen<FailureSpec> Failures =
        from share in Gen.OneOf(0.1, 0.3, 0.6, 1.0)
        from detected in Gen.Enum<Detection>()
        from timeOut in SomeSeconds
        select new FailureSpec(share, detected, timeOut);

    private static readonly Gen<RetrySpec> Retries =
        from limit in Gen.Int[0, 2]
        from backoff in Gen.Frequency((1, Gen.Const((Backoff?)null)), (2, Backoffs.Select(Backoff? (one) => one)))
        select new RetrySpec(limit, backoff);

    private static readonly Gen<TransferSpec> Transfers =
        from bits in Gen.Frequency((4, Gen.Int[0, 5].Select(giga => giga * 1_000_000_000L)), (1, Gen.Long[0, 1L << 32]))
        from link in Gen.Int[0, 1]
        select new TransferSpec(new DataSize(bits), $"link-{link}");

    private static readonly Gen<PollSpec> Polls =
        from period in SomeSeconds
        from hasPhase in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        select new PollSpec(period, hasPhase);

    private static readonly Gen<StepSpec> Specs =
        from isInService in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from takes in Takes
        from transfer in OptionalClass(4, Transfers)
        from fails in OptionalClass(6, Failures)
        from retry in OptionalClass(1, Retries)
        from poll in OptionalClass(6, Polls)
        from timeOut in Optional(6, Gen.Int[1, 9])
        select new StepSpec
        {
            Name = "",
            InService = isInService,
            Takes = takes,
            Transfer = transfer,
            Fails = fails,
            Retry = retry,
            Poll = poll,
            TimeOut = timeOut is { } seconds ? SimTime.FromSeconds(seconds) : null,
        };

    private static readonly Gen<ResourceDraft> Resources =
        from uses in Gen.OneOf(0, 0, 1, 1, 2, 3)
        from priority in Gen.Int[0, 2]
        from needs in Gen.OneOf(0, 0, 0, 1, 1, 2, 3)
        from amount in Gen.Int[1, 3]
        from until in Gen.Int[-9, 4]
        from calls in Gen.OneOf(0, 0, 0, 0, 1, 2, 3)
        from count in Gen.Int[1, 3]
        select new ResourceDraft(uses, priority, needs, amount, until, calls, count);

    private static readonly Gen<StepDraft> Steps =
        from level in Gen.OneOf(0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3)
        from resources in Resources
        from spec in Specs
        from after in Optional(3, Gen.Int[0, 15])
        from rank in Gen.Int[0, 9]
        select new StepDraft(level, resources, spec, after, rank);

    private static readonly Gen<IReadOnlyList<ServiceSpec>> Services =
        from stations in Stations.Array[2]
        from links in Links.Array[2]
        from buckets in Buckets.Array[2]
        from budgets in Gen.Int[1, 9].Array[2]
        from levels in Gen.OneOf(0, 0, 0, 1, 2).Array[8]
        select Name(
            [
                .. stations,
                .. links,
                .. buckets,
                .. budgets.Select(capacity => new BudgetSpec
                {
                    Name = "budget",
                    Capacity = new Amount(capacity, Dimension.Count),
                }),
            ],
            levels
        );

    private static readonly Gen<Quota> Quotas = Gen.OneOf(
        Gen.Int[1, 8].Select(Quota.OfNodes),
        Gen.Int[1, 3].Select(Quota.OfUnits),
        Gen.OneOf(0.1m, 0.25m, 0.33m, 0.5m, 1m).Select(Quota.OfShare)
    );

    private static readonly Gen<RolloutSpec> Rollouts =
        from admission in Gen.OneOf(Admission.Window, Admission.Batch, Admission.Waves)
        from isLimited in Gen.OneOf(true, true, true, false)
        from unit in Gen.OneOf(0, 0, 1, 2, 3, 3)
        from quota in Quotas
        from rounding in Gen.Enum<Rounding>()
        from floor in Gen.Int[1, 3]
        from cap in Optional(2, Gen.Int[1, 5])
        from waves in Quotas.Array[1, 3]
        from bake in Seconds
        select new RolloutSpec
        {
            Admission = admission,
            Unit = $"{unit}",
            Limit =
                !isLimited || admission == Admission.Waves
                    ? null
                    : new LimitSpec
                    {
                        MaxUnavailable = quota,
                        Rounding = rounding,
                        Floor = floor,
                        Cap = cap,
                    },
            Waves = admission == Admission.Waves ? waves : [],
            Bake = bake,
        };

    /// <summary>All kinds.</summary>
    public static Gen<Scenario> All { get; } =
        from nodes in Gen.Frequency((9, Gen.Int[1, 12]), (1, Gen.Int[13, 40]))
        from topology in Gen.Int[1, 4].Array[0, 2]
        from services in Services
        from drafts in Steps.Array[1, 5]
        from isShuffled in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        from rollout in Rollouts
        from seed in Gen.ULong
        select new Scenario(Assembly.Of(nodes, topology, services, drafts, isShuffled, rollout), seed);

    private static Gen<double[]> Values => Gen.Int[0, 4].Select(value => (double)value).Array[1, 5];

    private static Gen<StationSpec> Stations =>
        Gen.Frequency(
            (
                2,
                from servers in Gen.Int[1, 3]
                from discipline in Gen.OneOf(Discipline.Fifo, Discipline.Priority)
                select new StationSpec
                {
                    Name = "station",
                    Servers = servers,
                    Discipline = discipline,
                }
            ),
            (1, RandomCenters.Any)
        );

    private static Gen<LinkSpec> Links =>
        from bandwidth in Gen.Frequency(
            (4, Gen.Int[1, 4].Select(giga => giga * 1_000_000_000L)),
            (1, Gen.Long[1 << 20, 1L << 33])
        )
        from perNode in Optional(1, Gen.Int[1, 4])
        select new LinkSpec
        {
            Name = "link",
            Bandwidth = new DataRate(bandwidth),
            PerNode = perNode is { } half ? new DataRate(half * 500_000_000L) : null,
        };

    private static Gen<TokenBucketSpec> Buckets =>
        from count in Gen.Int[1, 3]
        from period in Gen.Int[1, 7]
        from burst in Gen.Int[1, 4]
        from whenEmpty in Gen.Enum<WhenEmpty>()
        from retry in Backoffs
        from delay in SomeSeconds
        from limit in Optional(1, Gen.Int[0, 3])
        select new TokenBucketSpec
        {
            Name = "bucket",
            Rate = new Frequency(count, SimTime.FromSeconds(period)),
            Burst = burst,
            WhenEmpty = whenEmpty,
            Retry = retry with { Delay = delay, Cap = retry.Cap ?? SimTime.FromSeconds(9), Limit = limit },
        };

    private static IReadOnlyList<ServiceSpec> Name(IReadOnlyList<ServiceSpec> services, int[] levels) =>
        [.. services.Select((one, index) => one with { Name = $"{one.Name}-{index % 2}", Per = $"{levels[index]}" })];

    internal static Gen<T?> Optional<T>(int missing, Gen<T> some)
        where T : struct => Gen.Frequency((missing, Gen.Const((T?)null)), (1, some.Select(T? (one) => one)));

    internal static Gen<T?> OptionalClass<T>(int missing, Gen<T> some)
        where T : class => Gen.Frequency((missing, Gen.Const((T?)null)), (1, some.Select(T? (one) => one)));
}
