using CsCheck;
using Simulator.Cluster.Services;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Limits;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>Stations that do the work, of every kind.</summary>
internal static class RandomCenters
{
    private static readonly Gen<OpeningHours> Hours =
        from closed in RandomScenarios.SomeSeconds
        from open in RandomScenarios.SomeSeconds
        from rest in Gen.Int[0, 3].Select(seconds => SimTime.FromSeconds(seconds))
        select new OpeningHours(closed + open + rest, (closed, closed + open));

    private static readonly Gen<ScalableSpeed> Speeds =
        from contention in Gen.OneOf(0.0, 0.25, 0.5)
        from coherency in Gen.OneOf(0.0, 0.125, 0.3)
        select new ScalableSpeed(contention, coherency);

    /// <summary>When a service is down: seldom for long, often enough to be met.</summary>
    public static Gen<OutageSpec> Outages { get; } =
        Gen.Frequency(
            (
                2,
                RandomScenarios
                    .SomeSeconds.Array[2, 6]
                    .Select(OutageSpec (spans) => new OutageSpec.Scheduled(InTurn(spans)))
            ),
            (1, Gen.Const<OutageSpec>(new OutageSpec.Drawn(new Exponential(5), new Uniform(0, 2)))),
            (1, Gen.Const<OutageSpec>(new OutageSpec.Drawn(new Empirical([1, 3, 4]), new Constant(1))))
        );

    /// <summary>One of them.</summary>
    public static Gen<StationSpec> Any { get; } =
        from servers in Gen.Int[1, 3]
        from discipline in Gen.Enum<Discipline>()
        from queue in RandomScenarios.Optional(2, Gen.Int[0, 2])
        from retry in RandomScenarios.Backoffs
        from delay in RandomScenarios.SomeSeconds
        from limit in Gen.Int[0, 3] // without end, a client may come for ever while a station without room is closed
        from hours in RandomScenarios.OptionalClass(3, Hours)
        from speed in RandomScenarios.OptionalClass(3, Speeds)
        from outages in RandomScenarios.OptionalClass(3, Outages)
        let pause = retry with
        {
            Delay = delay,
            Cap = retry.Cap ?? SimTime.FromSeconds(9),
            Limit = limit,
        }
        select new StationSpec
        {
            Name = "station",
            Servers = servers,
            Discipline = discipline,
            Queue = discipline == Discipline.Sharing ? null : queue,
            Retry = queue is null || discipline == Discipline.Sharing ? null : pause,
            Hours = hours,
            Speed = speed,
            Outages = outages,
        };

    private static List<(SimTime At, SimTime Lasts)> InTurn(SimTime[] spans)
    {
        var (times, at) = (new List<(SimTime, SimTime)>(), SimTime.Zero);
        for (var place = 0; place + 1 < spans.Length; place += 2)
        {
            times.Add((at + spans[place], spans[place + 1]));
            at += spans[place] + spans[place + 1];
        }

        return times;
    }
}
