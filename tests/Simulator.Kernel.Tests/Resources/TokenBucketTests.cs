using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>The first nanosecond at which a rate limit lets a request pass.</summary>
public sealed class TokenBucketTests
{
    [Test]
    public void A_burst_passes_at_once_and_the_rest_at_the_rate()
    {
        // 3 per second: the fourth token is complete after ceil(1e9 / 3) ns, the fifth after ceil(2e9 / 3) ns
        var instants = GrantsOf(Frequency.FromPerSecond(3), burst: 3, costs: [1, 1, 1, 1, 1, 1]);

        Assert.That(instants, Is.EqualTo([0, 0, 0, 333_333_334, 666_666_667, 1_000_000_000]));
    }

    [Test]
    public void A_request_waits_until_all_its_tokens_are_there()
    {
        // 20 tokens in 3 minutes: 9 s a token; level 1 after the first, so 4 more tokens for the second, 2 for the third
        var instants = GrantsOf(new Frequency(20, SimTime.FromSeconds(180)), burst: 5, costs: [4, 5, 2]);

        Assert.That(instants, Is.EqualTo([0, 36_000_000_000, 54_000_000_000]));
    }

    [Test] // property: k-th grant = first ns at which burst + rate · t covers all tokens up to k (burst > any cost and less than a token a ns: never full again)
    public void Grants_come_at_the_exact_nanosecond() =>
        Gen.Select(
                Gen.Long[1, 1_000_000],
                Gen.Long[1_000_000, 1_000_000_000_000],
                Gen.Long[4, 20],
                Gen.Long[1, 3].Array[1, 40]
            )
            .Sample(
                (count, period, burst, costs) =>
                {
                    var instants = GrantsOf(new Frequency(count, new SimTime(period)), burst, costs);
                    var total = (Int128)0;
                    return costs
                        .Select(cost =>
                        {
                            total += cost;
                            var missing = Int128.Max(0, (total - burst) * period);
                            return (long)((missing + count - 1) / count);
                        })
                        .SequenceEqual(instants);
                }
            );

    [Test]
    public void A_bucket_that_rejects_answers_at_once()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var bucket = new TokenBucket(simulation, "api", Frequency.FromPerSecond(1), 1, WhenEmpty.Reject);

        visitors.At(0, 1, () => bucket.Request(1, 1, 0));
        visitors.At(0, 2, () => bucket.Request(2, 2, 0));
        visitors.At(0.999999999, 3, () => bucket.Request(3, 3, 0));
        visitors.At(1, 4, () => bucket.Request(4, 4, 0));
        simulation.Run();

        Assert.That(
            visitors.Log,
            Is.EqualTo(["0 s: 1 granted", "0 s: 2 rejected", "0.999999999 s: 3 rejected", "1 s: 4 granted"])
        );
        Assert.That((bucket.Spent, bucket.RejectedCount), Is.EqualTo((2L, 2L)));
    }

    [Test]
    public void A_full_bucket_does_not_save_more_than_its_burst()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var bucket = new TokenBucket(simulation, "api", Frequency.FromPerSecond(1), 2, WhenEmpty.Wait);

        for (var customer = 0; customer < 4; customer++)
        {
            var who = customer;
            visitors.At(100, who, () => bucket.Request((ulong)who, who, 0));
        }

        simulation.Run();

        Assert.That(visitors.LastAt.Values.Select(at => at.Seconds), Is.EqualTo([100.0, 100, 101, 102]));
    }

    [Test]
    public void Tokens_that_an_interrupted_process_never_saw_are_not_spent()
    {
        var simulation = new Simulation();
        var bucket = new TokenBucket(simulation, "api", Frequency.FromPerSecond(1), 4, WhenEmpty.Wait);
        Process? second = null;

        async Process Take(long tokens, bool interrupts)
        {
            try
            {
                _ = await bucket.Take(tokens);
                if (interrupts)
                {
                    second!.Interrupt();
                }
            }
            catch (InterruptedException)
            {
                _ = await bucket.Take(4); // 3 are there again, and a fourth after a second
            }
        }

        simulation.Spawn(Take(1, interrupts: true));
        second = simulation.Spawn(Take(3, interrupts: false));
        simulation.Run(SimTime.Zero);

        Assert.That(bucket.Spent, Is.EqualTo(1));
        simulation.Run();
        Assert.That((bucket.Spent, simulation.Now.Seconds), Is.EqualTo((5L, 1.0)));
    }

    [Test]
    public void A_grant_beyond_a_hundred_years_is_a_runaway()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var bucket = new TokenBucket(simulation, "api", new Frequency(1, SimTime.Horizon), 2, WhenEmpty.Wait);

        visitors.At(1, 1, () => bucket.Request(1, 1, 0, 2));
        visitors.At(1, 2, () => bucket.Request(2, 2, 0, 2));

        Assert.That(simulation.Run, Throws.InstanceOf<RunawayException>());
    }

    private static List<long> GrantsOf(Frequency rate, long burst, long[] costs)
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var bucket = new TokenBucket(simulation, "api", rate, burst, WhenEmpty.Wait);
        var instants = new List<long>();
        visitors.OnGranted = (_, _) => instants.Add(simulation.Now.Nanoseconds);
        for (var customer = 0; customer < costs.Length; customer++)
        {
            bucket.Request((ulong)customer, customer, 0, costs[customer]);
        }

        simulation.Run();
        return instants;
    }
}
