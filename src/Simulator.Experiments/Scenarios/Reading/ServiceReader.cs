using Simulator.Cluster.Services;
using Simulator.Cluster.Topology;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;
using Simulator.Kernel;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes the specs of services.</summary>
/// <param name="names">The levels.</param>
/// <param name="laws">Reads durations.</param>
/// <param name="start">The instant of the week at which the rollout starts.</param>
internal sealed class ServiceReader(Names names, LawReader laws, SimTime start)
{
    private readonly OutageReader _outages = new(names.Issues, laws);

    /// <summary>Reads the section <c>services</c>; a service of no known kind is left out.</summary>
    public IReadOnlyList<ServiceSpec> Read(Checked? services)
    {
        var specs = new List<ServiceSpec>();
        foreach (var (name, service) in services?.Fields ?? [])
        {
            if (!service.IsBroken && ReadOne(name, service) is { } spec)
            {
                specs.Add(spec);
            }
        }

        return specs;
    }

    /// <summary>A pause that may grow, from its short or its long form; null where there is none.</summary>
    public static Backoff? ReadBackoff(Checked? backoff, long? limit = null)
    {
        if (backoff is null)
        {
            return null;
        }

        return backoff.IsMap
            ? new Backoff
            {
                Delay = backoff.Get("delay", SimTime.Zero),
                Factor = backoff.Get("factor", 1.0),
                Cap = backoff.Maybe<SimTime>("cap"),
                Jitter = (double)backoff.Get("jitter", 0m),
                Limit = (int?)limit,
            }
            : new Backoff { Delay = backoff.Value is SimTime delay ? delay : SimTime.Zero, Limit = (int?)limit };
    }

    private ServiceSpec? ReadOne(string name, Checked service)
    {
        names.Level(service["per"], names.Levels);
        var per = service.Get("per", Levels.Cluster);
        var kind = ServiceLanguage.Service.ChoiceOf(service);
        if (kind is null || service[kind] is not { } parts)
        {
            return null;
        }

        return kind switch
        {
            "link" => new LinkSpec
            {
                Name = name,
                Per = per,
                Bandwidth = parts.Get("bandwidth", new DataRate(1)),
                PerNode = parts.Maybe<DataRate>("per-node"),
                Outages = _outages.Read(parts["outages"]),
            },
            "station" => new StationReader(names.Issues, _outages, start).Read(name, per, parts),
            "budget" => new BudgetSpec
            {
                Name = name,
                Per = per,
                Capacity = parts.Get("capacity", new Amount(long.MaxValue, Dimension.Count)),
            },
            _ => ReadBucket(name, per, parts),
        };
    }

    private TokenBucketSpec ReadBucket(string name, string per, Checked bucket)
    {
        var rejects = bucket.Get("when-empty", "wait") is "reject";
        if (rejects && !bucket.Holds("retry"))
        {
            var at = bucket["when-empty"]!;
            const string Cure = "Write 'retry: { backoff: 1 s }' beside it.";
            names.Issues.Add(at.Span, at.Path, $"{at.Path} is 'reject'", "how the client calls again is needed", Cure);
        }
        else if (!rejects && bucket["when-empty"] is not null && bucket["retry"] is { } unused)
        {
            const string Cure = "Write 'when-empty: reject' or leave it out.";
            names.Issues.Add(unused.Key, unused.Path, $"{unused.Path} is never used", "calls wait in line here", Cure);
        }

        var retry = bucket["retry"];
        return new TokenBucketSpec
        {
            Name = name,
            Per = per,
            Rate = bucket.Get("rate", Frequency.FromPerSecond(1)),
            Burst = bucket.Get("burst", long.MaxValue),
            WhenEmpty = rejects ? WhenEmpty.Reject : WhenEmpty.Wait,
            Retry = ReadBackoff(retry?["backoff"], retry?.Maybe<long>("limit")),
        };
    }
}
