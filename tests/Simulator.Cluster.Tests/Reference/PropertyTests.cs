using CsCheck;
using Simulator.Cluster.Bounds;
using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>What must hold of every rollout, whatever its numbers: fifteen properties, the last of which is <see cref="ReferenceTests"/>.</summary>
[TestFixture(Property.Few)]
[TestFixture(Property.Many, Category = "Nightly")]
public sealed class PropertyTests(int count)
{
    private const long Second = SimTime.NanosecondsPerSecond;

    private static readonly Gen<Scenario> Any = RandomScenarios.All;

    [Test]
    public void P01_All_times_times_three_makes_everything_three_times_as_late() =>
        Any.Select(one => one.InWholeSeconds())
            .Holds(count, one => Story.Of(one, Second) == Story.Of(one.Slower(3), 3 * Second));

    [Test]
    public void P02_Sizes_and_capacities_times_three_change_nothing() =>
        Any.Holds(count, one => Story.Of(one) == Story.Of(one.Larger(3)));

    [Test]
    public void P03_The_order_in_which_services_are_made_changes_nothing() =>
        Any.Holds(
            count,
            one =>
            {
                IReadOnlyList<ServiceSpec> reversed = [.. one.Model.Services.Reverse()];
                return Story.Of(one) == Story.Of(one with { Model = one.Model with { Services = reversed } });
            }
        );

    [Test]
    public void P04_Steps_of_no_length_that_ask_for_nothing_change_nothing() =>
        Any.Holds(
            count,
            one => Story.Of(one) == Story.Of(one.WithEmptySteps("empty-"), isTold: name => name[..4] == "step")
        );

    [Test]
    public void P05_More_servers_never_hurt_a_single_step_or_a_line_of_equal_services() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 5].Array[1, 12], Gen.Int[1, 3].Array[1, 4], Gen.Int[0, 3])
            .Sample(
                (nodes, values, servers, more) =>
                {
                    var seconds = values.Select(value => (double)value).ToArray();
                    double Line(int added)
                    {
                        var takes = servers.Length == 1 ? new DurationSpec.Listed(seconds) : Build.Seconds(seconds[0]);
                        var steps = servers.Select((_, at) => Build.Step($"s{at}", 0, $"c{at}") with { Takes = takes });
                        var stations = servers.Select((c, at) => Build.Station($"c{at}", c + (at == more ? added : 0)));
                        return new Scenario(Build.Model(nodes, [.. steps], [.. stations]), 1).Run().Makespan.Seconds;
                    }

                    return Line(1) <= Line(0);
                },
                iter: count,
                threads: 1
            );

    [Test]
    public void P06_Without_contention_a_node_takes_its_longest_path() =>
        Any.Select(one => one.Alone().WithoutFailures().With(step => step with { Poll = null }))
            .Holds(
                count,
                one =>
                {
                    var (record, path) = (one.Run(), new PathSums(one));
                    return Enumerable
                        .Range(0, record.Nodes)
                        .All(node => record.EndOf(node).Nanoseconds == path.EndOf(node));
                }
            );

    [Test]
    public void P07_With_a_server_each_the_makespan_is_the_greatest_of_the_draws()
    {
        var step = Build.Step("work", 0, "servers") with { Takes = new DurationSpec.Drawn(new Exponential(1)) };
        var plan = UpdatePlan.Compile(Build.Model(10, [step], [Build.Station("servers", 10)]));
        var mean = Enumerable.Range(0, 20 * count).Average(run => Rollout.Run(plan, 1, (ulong)run).Makespan.Seconds);

        // E[max of 10 Exp(1)] = H_10 = 7381/2520, variance = sum of 1/k² = 1.549768; 4.5 standard errors
        Assert.That(mean, Is.EqualTo(7381.0 / 2520).Within(4.5 * Math.Sqrt(1.549768 / (20 * count))));
    }

    [Test]
    public void P08_A_bucket_that_holds_all_calls_is_no_limit() =>
        Any.Select(one => one.Unlimited().With(step => step with { Uses = [], Needs = [], Transfer = null }))
            .Holds(
                count,
                one =>
                {
                    var full = one.WithServices(service =>
                        service is TokenBucketSpec bucket ? bucket with { Burst = 1_000_000 } : service
                    );
                    return Ends(full).SequenceEqual(Ends(one.With(step => step with { Calls = [] })));
                }
            );

    [Test]
    public void P09_Busy_time_is_work_done() =>
        Any.Select(one => one.WithoutFailures())
            .Holds(count, one => IsFinished(one, out var record) is false || WorkDone.IsConserved(record));

    [Test]
    public void P10_Waits_add_up_to_the_time_that_queues_stood_and_nobody_idles_meanwhile() =>
        Any.Select(one => one.WithoutFailures())
            .Holds(
                count,
                one =>
                    !IsFinished(one, out var record)
                    || Queues(record)
                        .All(queue =>
                            queue.Seen.Stretches().Sum(at => (at.To - at.From) * at.Waiting) == queue.Seen.WaitedTime
                            && queue
                                .Seen.Stretches()
                                .All(at => at.From == at.To || at.Waiting == 0 || at.Held == queue.Servers)
                        )
            );

    [Test]
    public void P11_Every_node_ends_once_and_every_step_after_those_before() =>
        Any.Holds(
            count,
            one =>
                !IsFinished(one, out var record)
                || (
                    record.Count(Outcome.Verified) + record.Count(Outcome.Failed) == record.Nodes
                    && CriticalPath.Of(record).Sum(part => part.Nanoseconds) == record.Makespan.Nanoseconds
                )
        );

    [Test]
    public void P12_No_more_is_held_than_there_is_and_all_is_given_back() =>
        Any.Select(one => one.WithoutFailures())
            .Holds(
                count,
                one =>
                    !IsFinished(one, out var record)
                    || Queues(record)
                        .All(queue => queue.Seen.Stretches().All(at => at.Held >= 0 && at.Held <= queue.Servers))
            );

    [Test]
    public void P13_Another_node_changes_no_draw_of_the_others() =>
        Any.Select(one => one.Alone().With(step => step with { Per = Levels.Node }))
            .Holds(
                count,
                one =>
                {
                    var more = Ends(one.WithNodes(one.Model.Cluster.Nodes + 1));
                    return Ends(one).SequenceEqual(more.SkipLast(1));
                }
            );

    [Test]
    public void P14_No_run_is_faster_than_its_lower_bounds() =>
        Any.Holds(
            count,
            one =>
            {
                var hasBounds = IsFinished(one, out var solo, PlanOptions.Solo with { HasFailures = true });
                return !hasBounds
                    || !LowerBounds.Hold(solo)
                    || !IsFinished(one, out var record)
                    || LowerBounds.Of(solo)[0].Nanoseconds <= record.Makespan.Nanoseconds;
            }
        );

    private static List<(Outcome, long)> Ends(Scenario scenario)
    {
        var record = scenario.Run();
        return
        [
            .. Enumerable
                .Range(0, record.Nodes)
                .Select(node => (record.OutcomeOf(node), record.EndOf(node).Nanoseconds)),
        ];
    }

    private static bool IsFinished(Scenario scenario, out RunRecord record, PlanOptions? options = null)
    {
        try
        {
            record = scenario.Run(options);
            return true;
        }
        catch (DeadlockException)
        {
            record = null!;
            return false;
        }
    }

    private static IEnumerable<(Occupancy Seen, long Servers)> Queues(RunRecord record) =>
        from station in record.Plan.Model.Services.OfType<StationSpec>().Where(station => !station.DoesWork)
        from copy in Enumerable.Range(0, record.Plan.Levels.GroupsOf(record.Plan.Levels.IndexOf(station.Per)))
        select (new Occupancy(record, station, copy), station.Servers);
}
