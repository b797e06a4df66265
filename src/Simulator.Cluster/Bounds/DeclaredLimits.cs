using System.Globalization;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Bounds;

/// <summary>The analytic thresholds of a model: N* for constant durations and nodes that come all at once.</summary>
/// <remarks>
/// Station c: N* = c, 1 where customers slow each other down. Budget C, need a: floor(C/a). Link B with cap b: floor(B/b). Bucket with burst b, w calls: floor(b/w).
/// Window of k: N* = k; share p with cap C: floor(C/p). With random durations these blur; calls that are spread over time
/// bind later.
/// </remarks>
public sealed class DeclaredLimits
{
    private readonly Model _model;
    private readonly Levels _levels;
    private readonly long? _mostInFlight;
    private readonly HashSet<string> _held;

    private DeclaredLimits(Model model)
    {
        _model = model;
        _levels = new Levels(model.Cluster);
        _mostInFlight = RolloutLimits.MostInFlight(model.Rollout, _levels);
        var unit = _levels.IndexOf(model.Rollout.Unit);
        var steps = model.Update.Steps;
        var first = steps.ToList().FindIndex(step => !step.InService && _levels.IndexOf(step.Per) <= unit);
        _held = [.. steps.Skip(first < 0 ? steps.Count : first).Select(step => step.Name)];
    }

    /// <summary>Every declared limit: services in the order of the file, then the rollout's own.</summary>
    /// <param name="model">The model, of any size.</param>
    public static IReadOnlyList<DeclaredLimit> Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var limits = new DeclaredLimits(model);
        return [.. model.Services.Select(limits.OfService), .. RolloutLimits.Of(model.Rollout, limits._levels)];
    }

    private DeclaredLimit OfService(ServiceSpec service)
    {
        var (kind, allows) = Words(service);
        DeclaredLimit? first = null;
        foreach (var step in _model.Update.Steps)
        {
            if (AtOnce(service, step) is not { } groups)
            {
                continue;
            }

            if (step.Per == Levels.Cluster && groups > 0)
            {
                continue;
            }

            var nodes = groups * _levels.NodesPerGroup(_levels.IndexOf(step.Per));
            var limit = new DeclaredLimit(
                service.Name,
                kind,
                allows,
                nodes,
                HiddenBehind(service, step, groups, nodes)
            );
            if (first is null || Precedes(limit, first))
            {
                first = limit;
            }
        }

        first ??= new DeclaredLimit(service.Name, kind, allows, null, Unused(service));
        return first.HiddenBehind is null ? first : first with { NStar = null };
    }

    private static bool Precedes(DeclaredLimit limit, DeclaredLimit other) =>
        (limit.HiddenBehind is null, -limit.NStar).CompareTo((other.HiddenBehind is null, -other.NStar)) > 0;

    /// <summary>Groups that may do the step at once before one waits; null where the step does not ask.</summary>
    private static long? AtOnce(ServiceSpec service, StepSpec step)
    {
        switch (service)
        {
            case StationSpec station when step.Uses.Any(use => use.Service == service.Name):
                return station.Speed is null ? station.Servers : 1;
            case BudgetSpec budget when step.Needs.Any(need => need.Service == service.Name):
                var amount = step.Needs.Where(need => need.Service == service.Name).Sum(need => need.Amount.Units);
                return budget.Capacity.Units / amount;
            case LinkSpec link when step.Transfer?.From == service.Name:
                var cap = link.PerNode?.BitsPerSecond ?? link.Bandwidth.BitsPerSecond;
                return Math.Max(1, link.Bandwidth.BitsPerSecond / cap);
            case TokenBucketSpec bucket when step.Calls.Any(call => call.Service == service.Name):
                var calls = step.Calls.Where(call => call.Service == service.Name).Sum(call => call.Count);
                return bucket.Burst / calls;
            default:
                return null;
        }
    }

    private string? HiddenBehind(ServiceSpec service, StepSpec step, long groups, long nodes)
    {
        var level = _levels.IndexOf(service.Per);
        if (level < _levels.Count - 1 && _levels.NodesPerGroup(level) <= nodes)
        {
            return $"a {service.Per} has no more nodes";
        }

        if (_held.Contains(step.Name) && _mostInFlight <= nodes && KeepsRate(service, step))
        {
            return Causes.LimitName;
        }

        var before = service is LinkSpec or TokenBucketSpec ? step.Uses : [];
        foreach (var use in before)
        {
            var station = (StationSpec)_model.Services.First(other => other.Name == use.Service);
            if (station.Servers <= groups && KeepsRate(service, step))
            {
                return station.Name;
            }
        }

        return null;
    }

    /// <summary>Whether a bucket is spared in the long run too: calls of the nodes in flight come no faster than it refills.</summary>
    private bool KeepsRate(ServiceSpec service, StepSpec step)
    {
        if (service is not TokenBucketSpec bucket)
        {
            return true;
        }

        var calls = step.Calls.Where(call => call.Service == service.Name).Sum(call => call.Count);
        var seconds = _model.Update.Steps.Where(other => _held.Contains(other.Name)).Sum(MeanSeconds);
        return seconds > 0 && _mostInFlight * calls / seconds <= bucket.Rate.PerSecond;
    }

    private static double MeanSeconds(StepSpec step) =>
        step.Takes switch
        {
            DurationSpec.Drawn drawn when double.IsFinite(drawn.Law.Mean) => drawn.Law.Mean,
            DurationSpec.Listed listed => listed.Seconds.Average(),
            _ => 0,
        };

    private static (string Kind, string Allows) Words(ServiceSpec service) =>
        service switch
        {
            StationSpec station => ("station", Text($"{station.Servers} {Together(station)}")),
            LinkSpec link => ("link", Text($"{link.Bandwidth.BitsPerSecond / 1e9:0.###} Gbit/s")),
            TokenBucketSpec bucket => ("token-bucket", Text($"{Rate(bucket.Rate.PerSecond)}, burst {bucket.Burst}")),
            BudgetSpec { Capacity.Dimension: Dimension.Power } budget => (
                "budget",
                Text($"{budget.Capacity.Units / 1e6:0.###} kW")
            ),
            BudgetSpec { Capacity.Units: 1 } => ("budget", "1 unit"),
            BudgetSpec budget => ("budget", Text($"{budget.Capacity.Units} units")),
            _ => ("service", ""),
        };

    private static string Together(StationSpec station) =>
        station.Discipline == Discipline.Sharing ? "shared"
        : station.Hours is not null ? "at a time in its hours"
        : "at a time";

    private string Unused(ServiceSpec service)
    {
        var isUsed = _model.Update.Steps.Any(step => AtOnce(service, step) is not null);
        return isUsed ? "one step for the whole cluster uses it" : "no step uses it";
    }

    /// <summary>In the largest unit of time in which the rate is at least 1.</summary>
    private static string Rate(double perSecond)
    {
        (string Unit, double Seconds)[] units = [("s", 1), ("min", 60), ("h", 3600), ("d", 86400)];
        var (unit, seconds) = units.FirstOrDefault(unit => perSecond * unit.Seconds >= 0.9999995, units[^1]);
        return Text($"{perSecond * seconds:0.####}/{unit}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
