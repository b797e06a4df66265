using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Kernel.Tests.Resources.Limits;

/// <summary>How long a client waits after a refusal.</summary>
public sealed class RetryPolicyTests
{
    private static readonly StreamKey Stream = StreamKey.Derive(7, 0);

    [Test]
    public void Pauses_grow_up_to_the_cap_and_end_with_the_last_try()
    {
        var policy = Policy(
            new Backoff
            {
                Delay = Seconds(1),
                Factor = 3,
                Cap = Seconds(20),
                Limit = 4,
            }
        );

        var pauses = Enumerable.Range(1, 5).Select(refusals => policy.PauseAfter(0, refusals)?.Seconds);

        Assert.That(pauses, Is.EqualTo(new double?[] { 1, 3, 9, 20, null }));
    }

    [Test]
    public void Jitter_shortens_a_pause_by_a_draw_that_belongs_to_the_client_and_the_try()
    {
        var policy = Policy(new Backoff { Delay = Seconds(8), Jitter = 0.5 });

        var pauses = Enumerable
            .Range(0, 1_000)
            .Select(node => policy.PauseAfter((uint)node, 3)!.Value.Seconds)
            .ToArray();

        Assert.That(pauses, Has.All.InRange(4.0, 8.0));
        Assert.That(pauses.Average(), Is.EqualTo(6).Within(0.15));
        Assert.That(
            policy.PauseAfter(5, 3)!.Value.Seconds,
            Is.EqualTo(8 * (1 - (0.5 * Stream.Uniform(5, 1, 3, 2)))).Within(1e-9)
        );
    }

    [Test]
    public void A_client_as_a_process_tries_until_it_gives_up()
    {
        var simulation = new Simulation();
        var bucket = new TokenBucket(simulation, "api", new Frequency(1, Seconds(100)), 1, WhenEmpty.Reject);
        var policy = Policy(
            new Backoff
            {
                Delay = Seconds(1),
                Factor = 2,
                Limit = 3,
            }
        );
        var ends = new List<string>();

        async Process Client(uint node)
        {
            for (var refusals = 0; !await bucket.Take(); )
            {
                if (policy.PauseAfter(node, ++refusals) is not { } pause)
                {
                    ends.Add($"{simulation.Now}: {node} gives up");
                    return;
                }

                await simulation.Delay(pause);
            }

            ends.Add($"{simulation.Now}: {node} has called");
        }

        simulation.Spawn(Client(0));
        simulation.Spawn(Client(1));
        simulation.Run();

        // refused at 0, 1, 3 and 7 s
        Assert.That(ends, Is.EqualTo(["0 s: 0 has called", "7 s: 1 gives up"]));
        Assert.That(bucket.RejectedCount, Is.EqualTo(4));
    }

    [Test]
    public void Who_was_not_refused_has_no_pause() =>
        Assert.That(
            () => Policy(new Backoff { Delay = Seconds(1) }).PauseAfter(0, 0),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );

    private static RetryPolicy Policy(Backoff backoff) => new(backoff, Stream, step: 1);

    private static SimTime Seconds(double seconds) => SimTime.FromSeconds(seconds);
}
