using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Attribution;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Reading;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Levers;

/// <summary>Finds the levers of a scenario.</summary>
internal sealed class LeverSet
{
    private const decimal Largest = 1_000_000_000_000m;
    private const decimal Instant = 1_000m;

    private readonly Scenario _scenario;
    private readonly Model _model;

    private LeverSet(Scenario scenario) => (_scenario, _model) = (scenario, scenario.Model);

    /// <summary>The rollout's own levers, then those of services that a step uses, in the order of the file.</summary>
    public static IReadOnlyList<Lever> Of(Scenario scenario)
    {
        var set = new LeverSet(scenario);
        return [.. set.OfRollout().OfType<Lever>(), .. set._model.Services.SelectMany(set.OfService)];
    }

    /// <summary>Services that no step uses: nothing there is worth a change.</summary>
    public static IReadOnlyList<string> Unused(Model model) =>
        [.. model.Services.Where(service => Demand(model, service) == 0).Select(service => service.Name)];

    /// <summary>Numbers of a preset do not stand under these keys: they are no levers, which leaves nulls here.</summary>
    private IEnumerable<Lever?> OfRollout()
    {
        if (_scenario.Root["rollout"]?["preset"] is not null)
        {
            yield break; // its parameters are the tool's: what one of them means is not a multiple of a limit
        }

        var rollout = _model.Rollout;
        var quota = rollout.Limit?.MaxUnavailable;
        if (quota is { Value: > 0 } limit)
        {
            yield return OfQuota("rollout.limit.max-unavailable", limit);
        }

        if (quota is { Kind: QuotaKind.Share } && rollout.Limit!.Cap is { } cap && IsStated("rollout.limit.cap"))
        {
            yield return Of("rollout.limit.cap", Factor.Cap, (decimal)_model.Cluster.Nodes / cap) with
            {
                IsWhole = true,
            };
        }

        if (rollout.Tick?.Most is { } most && IsStated(Factor.Passes))
        {
            yield return Of(Factor.Passes, Factor.Passes, (decimal)_model.Cluster.Nodes / most) with
            {
                IsWhole = true,
            };
        }

        if (rollout.Waves.Count > 0)
        {
            var last = rollout.Waves.Count - 1;
            yield return OfQuota($"rollout.waves[{last}]", rollout.Waves[last]);
        }
    }

    private bool IsStated(string path)
    {
        var found = ScenarioPaths.Find(_scenario.Root, path.Split('[')[0]);
        return found is { IsDefault: false } && (found.Items.Count > 0 || NumberText.LengthIn(found.Text) > 0);
    }

    private Lever? OfQuota(string path, Quota quota)
    {
        if (!IsStated(path))
        {
            return null;
        }

        var levels = new Levels(_model.Cluster);
        var unit = levels.IndexOf(_model.Rollout.Unit);
        return quota.Kind switch
        {
            QuotaKind.Share => Of(path, Causes.LimitName, 1 / quota.Value),
            QuotaKind.Units => Of(path, Causes.LimitName, levels.GroupsOf(unit) / quota.Value) with { IsWhole = true },
            _ => Of(path, Causes.LimitName, _model.Cluster.Nodes / quota.Value) with
            {
                IsWhole = true,
                Multiple = levels.NodesPerGroup(unit),
            },
        };
    }

    private IEnumerable<Lever> OfService(ServiceSpec service)
    {
        var demand = (decimal)Demand(_model, service);
        if (demand == 0)
        {
            yield break;
        }

        var path = "services." + service.Name;
        switch (service)
        {
            case StationSpec station:
                yield return Of(path + ".station.servers", service.Name, demand / station.Servers) with
                {
                    IsWhole = true,
                };
                break;
            case BudgetSpec budget:
                var isWhole = budget.Capacity.Dimension == Dimension.Count;
                yield return Of(path + ".budget.capacity", service.Name, demand / budget.Capacity.Units) with
                {
                    IsWhole = isWhole,
                };
                break;
            case LinkSpec link:
                var alone = link.PerNode?.BitsPerSecond ?? link.Bandwidth.BitsPerSecond;
                yield return Of(
                    path + ".link.bandwidth",
                    service.Name,
                    demand * alone / link.Bandwidth.BitsPerSecond
                ) with
                {
                    MovesFloor = link.PerNode is null,
                };
                break;
            case TokenBucketSpec bucket:
                // all tokens in a millisecond are as good as a full bucket
                var ratio = demand * Instant / (decimal)bucket.Rate.PerSecond;
                yield return Of(path + ".token-bucket.rate", service.Name, ratio) with
                {
                    MovesFloor = true,
                };
                yield return Of(path + ".token-bucket.burst", service.Name, demand / bucket.Burst) with
                {
                    IsWhole = true,
                    MovesFloor = true,
                };
                break;
        }
    }

    /// <summary>A lever whose value may be multiplied by a ratio before more of it changes nothing.</summary>
    private Lever Of(string path, string factor, decimal ratio)
    {
        var text = TextAt(path);
        var length = NumberText.LengthIn(text);
        _ = NumberText.Read(text.AsSpan(0, length), out var number);
        var most = decimal.Ceiling(Math.Min(Largest, number * Math.Max(1, ratio)));
        return new Lever
        {
            Path = path,
            Factor = factor,
            Number = number,
            Unit = text[length..],
            Most = Math.Max(number, text.EndsWith('%') ? Math.Min(100, most) : most),
        };
    }

    private string TextAt(string path)
    {
        var item = path.IndexOf('[', StringComparison.Ordinal);
        return item < 0 ? _scenario.TextOf(path) : ScenarioPaths.Find(_scenario.Root, path[..item])!.Items[^1].Text;
    }

    /// <summary>What all groups ask for at most at once: servers, base units of a budget, flows, tokens; 0 where no step asks.</summary>
    private static double Demand(Model model, ServiceSpec service)
    {
        var levels = new Levels(model.Cluster);
        return model.Update.Steps.Sum(step => AtOnce(step) * levels.GroupsOf(levels.IndexOf(step.Per)));

        double AtOnce(StepSpec step) =>
            service switch
            {
                StationSpec => step.Uses.Count(use => use.Service == service.Name),
                BudgetSpec => step
                    .Needs.Where(need => need.Service == service.Name)
                    .Sum(need => (double)need.Amount.Units),
                LinkSpec => step.Transfer?.From == service.Name ? 1 : 0,
                _ => step.Calls.Where(call => call.Service == service.Name).Sum(call => (double)call.Count),
            };
    }
}
