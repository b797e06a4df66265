using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>All scenarios that are one thing simpler than a scenario.</summary>
internal static class Smaller
{
    public static IEnumerable<Scenario> Of(Scenario scenario) =>
        Simpler(scenario.Model).Where(Soundness.Holds).Select(model => scenario with { Model = model });

    private static IEnumerable<Model> Simpler(Model model)
    {
        for (var nodes = 1; nodes < model.Cluster.Nodes; nodes++)
        {
            yield return model with
            {
                Cluster = model.Cluster with { Nodes = nodes },
            };
        }

        for (var index = 0; index < model.Update.Steps.Count; index++)
        {
            if (model.Update.Steps.Count > 1)
            {
                yield return WithoutStep(model, index);
            }

            foreach (var simpler in Simpler(model.Update.Steps[index]))
            {
                yield return WithSteps(
                    model,
                    [.. model.Update.Steps.Index().Select(step => step.Index == index ? simpler : step.Item)]
                );
            }
        }

        foreach (var rollout in Simpler(model.Rollout))
        {
            yield return model with
            {
                Rollout = rollout,
            };
        }

        foreach (var service in model.Services)
        {
            if (!model.Update.Steps.Any(step => Asks(step, service.Name)))
            {
                yield return model with
                {
                    Services = [.. model.Services.Where(other => other != service)],
                };
            }
            else if (service is StationSpec station && Simpler(station) is { } plainer)
            {
                yield return model with
                {
                    Services = [.. model.Services.Select(other => other == service ? plainer : other)],
                };
            }
            else if (service.Per != "cluster")
            {
                yield return model with
                {
                    Services =
                    [
                        .. model.Services.Select(other => other == service ? service with { Per = "cluster" } : other),
                    ],
                };
            }
        }
    }

    /// <summary>One feature less; null where it has none.</summary>
    private static StationSpec? Simpler(StationSpec station) =>
        station.Queue is not null ? station with { Queue = null, Retry = null }
        : station.Hours is not null ? station with { Hours = null }
        : station.Speed is not null ? station with { Speed = null }
        : station.Outages is not null ? station with { Outages = null }
        : null;

    private static bool Asks(StepSpec step, string service) =>
        step.Uses.Any(use => use.Service == service)
        || step.Needs.Any(need => need.Service == service)
        || step.Calls.Any(call => call.Service == service)
        || step.Transfer?.From == service;

    private static Model WithSteps(Model model, IReadOnlyList<StepSpec> steps) =>
        model with
        {
            Update = new UpdateSpec { Steps = steps },
        };

    private static Model WithoutStep(Model model, int index)
    {
        var gone = model.Update.Steps[index].Name;
        return WithSteps(
            model,
            [
                .. model
                    .Update.Steps.Where(step => step.Name != gone)
                    .Select(step =>
                        step with
                        {
                            After = step.After is null ? null : [.. step.After.Where(name => name != gone)],
                            Needs =
                            [
                                .. step.Needs.Select(need => need.Until == gone ? need with { Until = null } : need),
                            ],
                        }
                    ),
            ]
        );
    }

    private static IEnumerable<StepSpec> Simpler(StepSpec step)
    {
        StepSpec?[] simpler =
        [
            step.Takes is null ? null : step with { Takes = null },
            step.Transfer is null ? null : step with { Transfer = null },
            step.Fails is null ? null : step with { Fails = null },
            step.Fails is null or { Share: 1 } ? null : step with { Fails = step.Fails with { Share = 1 } },
            step.Fails is null or { Detected: Detection.AtEnd }
                ? null
                : step with
                {
                    Fails = step.Fails with { Detected = Detection.AtEnd },
                },
            step.Retry is null ? null : step with { Retry = null },
            step.Retry?.Backoff is null ? null : step with { Retry = new RetrySpec(step.Retry.Limit) },
            step.Poll is null ? null : step with { Poll = null },
            step.TimeOut is null ? null : step with { TimeOut = null },
            step.InService ? step with { InService = false } : null,
            step.After is null ? null : step with { After = null },
            step.Per == "node" ? null : step with { Per = "node" },
        ];
        var fewer = step
            .Uses.Select(use => step with { Uses = [.. step.Uses.Where(other => other != use)] })
            .Concat(step.Needs.Select(need => step with { Needs = [.. step.Needs.Where(other => other != need)] }))
            .Concat(step.Calls.Select(call => step with { Calls = [.. step.Calls.Where(other => other != call)] }));
        return simpler.OfType<StepSpec>().Concat(fewer);
    }

    private static IEnumerable<RolloutSpec> Simpler(RolloutSpec rollout)
    {
        if (rollout.Limit is null && rollout.Waves.Count == 0)
        {
            yield break;
        }

        yield return RolloutSpec.AllAtOnce;
        if (rollout.Bake > SimTime.Zero)
        {
            yield return rollout with
            {
                Bake = SimTime.Zero,
            };
        }

        if (rollout.Unit != "node")
        {
            yield return rollout with
            {
                Unit = "node",
            };
        }
    }
}
