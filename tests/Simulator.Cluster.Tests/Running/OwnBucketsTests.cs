using Simulator.Cluster.Records;
using Simulator.Cluster.Services;
using Simulator.Cluster.Tests.Models;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Cluster.Tests.Running;

/// <summary>A bucket of one's own, reckoned without events, against the bucket of the kernel with one node.</summary>
internal sealed class OwnBucketsTests
{
    private const int Cases = 500;

    [Test]
    public void One_node_alone_has_the_history_of_a_cluster_of_one()
    {
        var waited = 0;
        for (var number = 0; number < Cases; number++)
        {
            var model = Random(number);
            var (real, alone) = (Run(model, PlanOptions.Real), Run(model, PlanOptions.Solo));

            Assert.That(Fingerprint.Of(alone), Is.EqualTo(Fingerprint.Of(real)), $"case {number}");
            waited +=
                real.Makespan
                > Run(model with { Services = [Bucket(1_000_000, 1, 1_000_000)] }, PlanOptions.Real).Makespan
                    ? 1
                    : 0;
        }

        Assert.That(waited, Is.GreaterThan(Cases / 2), "cases in which the bucket is waited for");
    }

    [Test]
    public void A_full_bucket_holds_no_more_than_its_burst()
    {
        // 3 of 3 at 0 s; 100 s later it is full again: 3 at once, then one more after the 7 s of a token
        StepSpec Call(string name, double seconds, long count) =>
            Build.Step(name, seconds) with
            {
                Calls = [new CallSpec("api", count)],
            };
        var model = Build.Model(1, [Call("a", 100, 3), Call("b", 0, 3), Call("c", 0, 1)], [Bucket(1, 7, 3)]);

        Assert.That(Run(model, PlanOptions.Solo).Makespan.Seconds, Is.EqualTo(107));
    }

    private static RunRecord Run(Model model, PlanOptions options) =>
        Rollout.Run(UpdatePlan.Compile(model, options), 1, 0);

    private static TokenBucketSpec Bucket(long count, double period, long burst) =>
        new()
        {
            Name = "api",
            Rate = new Frequency(count, SimTime.FromSeconds(period)),
            Burst = burst,
        };

    /// <summary>Up to six steps with calls of all sizes, at a bucket that is slow against them.</summary>
    private static Model Random(int number)
    {
        var stream = StreamKey.Derive(20261124, (ulong)number);
        var draws = 0u;
        long Draw(long least, long most) => least + (long)(stream.Uniform(0, 0, 0, draws++) * (most - least + 1));

        var burst = Draw(1, 9);
        var steps = Enumerable
            .Range(0, (int)Draw(2, 6))
            .Select(step =>
                Build.Step($"step-{step}", Draw(0, 40) / 7.0) with
                {
                    Calls = [new CallSpec("api", Draw(1, burst))],
                }
            );
        return Build.Model(1, [.. steps], [Bucket(Draw(1, 30), Draw(1, 100) / 3.0, burst)]);
    }
}
