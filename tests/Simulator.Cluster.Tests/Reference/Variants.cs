using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Limits;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>What properties do to scenarios: leave things out, scale, insert.</summary>
internal static class Variants
{
    public static Scenario With(this Scenario scenario, Func<StepSpec, StepSpec> change) =>
        scenario with
        {
            Model = scenario.Model with
            {
                Update = new UpdateSpec { Steps = [.. scenario.Model.Update.Steps.Select(change)] },
            },
        };

    public static Scenario WithServices(this Scenario scenario, Func<ServiceSpec, ServiceSpec> change) =>
        scenario with
        {
            Model = scenario.Model with { Services = [.. scenario.Model.Services.Select(change)] },
        };

    public static Scenario WithNodes(this Scenario scenario, int nodes) =>
        scenario with
        {
            Model = scenario.Model with { Cluster = scenario.Model.Cluster with { Nodes = nodes } },
        };

    public static Scenario Unlimited(this Scenario scenario) =>
        scenario with
        {
            Model = scenario.Model with { Rollout = RolloutSpec.AllAtOnce },
        };

    public static Scenario WithoutFailures(this Scenario scenario) =>
        scenario
            .With(step => step with { Fails = null, TimeOut = null })
            .WithServices(service =>
                service switch
                {
                    TokenBucketSpec { Retry: { } retry } bucket => bucket with { Retry = retry with { Limit = null } },
                    StationSpec { Queue: not null } station => station with { Queue = null, Retry = null },
                    _ => service,
                }
            );

    /// <summary>Nothing is shared and nobody waits for a place.</summary>
    public static Scenario Alone(this Scenario scenario) =>
        scenario.Unlimited().With(step => step with { Uses = [], Needs = [], Calls = [], Transfer = null });

    /// <summary>All instants on whole seconds: no links, no continuous laws, no fractions of tokens.</summary>
    public static Scenario InWholeSeconds(this Scenario scenario) =>
        scenario
            .With(step =>
                step with
                {
                    Transfer = null,
                    Takes = step.Takes is DurationSpec.Drawn { Law: Exponential or Uniform } ? null : step.Takes,
                    Poll = step.Poll is { } poll ? poll with { HasUniformPhase = false } : null,
                    Retry = step.Retry is { Backoff: { } backoff } retry
                        ? retry with
                        {
                            Backoff = backoff with { Jitter = 0 },
                        }
                        : step.Retry,
                }
            )
            .WithServices(service =>
                service switch
                {
                    TokenBucketSpec { Retry: { } retry } bucket => bucket with
                    {
                        Rate = bucket.Rate with { Count = 1 },
                        Retry = retry with { Jitter = 0 },
                    },
                    StationSpec station => station with
                    {
                        Discipline = station.Discipline == Discipline.Sharing ? Discipline.Fifo : station.Discipline,
                        Retry = station.Retry is { } retry ? retry with { Jitter = 0 } : null,
                        Speed = null,
                        Outages = station.Outages as OutageSpec.Scheduled,
                    },
                    _ => service,
                }
            );

    /// <summary>Every span of time times a factor.</summary>
    public static Scenario Slower(this Scenario scenario, int factor)
    {
        SimTime Slow(SimTime span) => new(span.Nanoseconds * factor);
        Backoff SlowPause(Backoff pause) =>
            pause with
            {
                Delay = Slow(pause.Delay),
                Cap = pause.Cap is { } cap ? Slow(cap) : null,
            };
        var slower = scenario
            .With(step =>
                step with
                {
                    Takes = step.Takes switch
                    {
                        DurationSpec.Listed listed => new DurationSpec.Listed([
                            .. listed.Seconds.Select(one => one * factor),
                        ]),
                        DurationSpec.Drawn drawn => new DurationSpec.Drawn(drawn.Law.Scaled(factor)),
                        _ => null,
                    },
                    Fails = step.Fails is { TimeOut: { } timeOut } fails
                        ? fails with
                        {
                            TimeOut = Slow(timeOut),
                        }
                        : step.Fails,
                    Retry = step.Retry is { Backoff: { } backoff } retry
                        ? retry with
                        {
                            Backoff = SlowPause(backoff),
                        }
                        : step.Retry,
                    Poll = step.Poll is { } poll ? poll with { Period = Slow(poll.Period) } : null,
                    TimeOut = step.TimeOut is { } limit ? Slow(limit) : null,
                }
            )
            .WithServices(service =>
                service switch
                {
                    TokenBucketSpec bucket => bucket with
                    {
                        Rate = bucket.Rate with { Period = Slow(bucket.Rate.Period) },
                        Retry = bucket.Retry is { } retry ? SlowPause(retry) : null,
                    },
                    StationSpec station => station with
                    {
                        Retry = station.Retry is { } retry ? SlowPause(retry) : null,
                        Hours = station.Hours is { } hours
                            ? new OpeningHours(
                                Slow(hours.Period),
                                [.. hours.Windows.Select(window => (Slow(window.From), Slow(window.To)))]
                            )
                            : null,
                        Outages = station.Outages is OutageSpec.Scheduled known
                            ? new OutageSpec.Scheduled([
                                .. known.Times.Select(outage => (Slow(outage.At), Slow(outage.Lasts))),
                            ])
                            : station.Outages,
                    },
                    _ => service,
                }
            );
        var rollout = slower.Model.Rollout;
        return slower with { Model = slower.Model with { Rollout = rollout with { Bake = Slow(rollout.Bake) } } };
    }

    /// <summary>Every size and every capacity times a factor.</summary>
    public static Scenario Larger(this Scenario scenario, int factor)
    {
        Amount Large(Amount amount) => amount with { Units = amount.Units * factor };
        DataRate Fast(DataRate rate) => new(rate.BitsPerSecond * factor);
        return scenario
            .With(step =>
                step with
                {
                    Transfer = step.Transfer is { } transfer
                        ? transfer with
                        {
                            Size = new DataSize(transfer.Size.Bits * factor),
                        }
                        : null,
                    Needs = [.. step.Needs.Select(need => need with { Amount = Large(need.Amount) })],
                    Calls = [.. step.Calls.Select(call => call with { Count = call.Count * factor })],
                }
            )
            .WithServices(service =>
                service switch
                {
                    LinkSpec link => link with
                    {
                        Bandwidth = Fast(link.Bandwidth),
                        PerNode = link.PerNode is { } cap ? Fast(cap) : null,
                    },
                    BudgetSpec budget => budget with { Capacity = Large(budget.Capacity) },
                    TokenBucketSpec bucket => bucket with
                    {
                        Burst = bucket.Burst * factor,
                        Rate = bucket.Rate with { Count = bucket.Rate.Count * factor },
                    },
                    _ => service,
                }
            );
    }

    /// <summary>A step that takes no time and asks for nothing, right before each step.</summary>
    public static Scenario WithEmptySteps(this Scenario scenario, string prefix)
    {
        var steps = new List<StepSpec>();
        foreach (var step in scenario.Model.Update.Steps)
        {
            var empty = new StepSpec
            {
                Name = prefix + step.Name,
                Per = step.Per,
                InService = step.InService,
                After = step.After,
            };
            steps.AddRange([empty, step with { After = [empty.Name] }]);
        }

        return scenario with
        {
            Model = scenario.Model with { Update = new UpdateSpec { Steps = steps } },
        };
    }
}
