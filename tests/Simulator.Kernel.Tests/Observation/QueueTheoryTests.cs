using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>What monitors say of queues whose answer is known, over merged replications, the warm-up cut off.</summary>
public sealed class QueueTheoryTests
{
    private const int Replications = 20;
    private const int Customers = 20_000;
    private static readonly SimTime WarmUp = SimTime.FromSeconds(2_000);
    private static readonly SimTime End = SimTime.FromSeconds(18_000);

    // M/M/c, L. Kleinrock, Queueing Systems vol. 1, 1975, sections 3.2 and 3.5, with λ = 1 and ρ = 0.8:
    // c = 1: Lq = ρ²/(1 − ρ) = 3.2; c = 2: Erlang C = 0.64/0.9 = 0.7111, Lq = C ρ/(1 − ρ) = 2.8444
    [TestCase(1, 3.2)]
    [TestCase(2, 2.8444)]
    public void Queue_waits_and_utilisation_are_those_of_theory(int servers, double queueLength)
    {
        var runs = Enumerable.Range(0, Replications).Select(replication => Run(servers, replication)).ToList();

        var all = new ResourceStatistics();
        runs.ForEach(all.Merge);

        var waits = new Tally();
        runs.ForEach(run => waits.Add(run.Waits.Mean));
        var error = waits.StandardDeviation / Math.Sqrt(Replications);

        // λ = 1, so W = L; three standard errors of the mean over replications, which is itself within 6 % of the truth
        Assert.That(error, Is.LessThan(0.06 * queueLength));
        Assert.That(all.Waits.Mean, Is.EqualTo(queueLength).Within(3 * error));
        Assert.That(all.Queue.Mean, Is.EqualTo(queueLength).Within(3 * error));
        Assert.That(all.Held.Mean / servers, Is.EqualTo(0.8).Within(0.01));
        Assert.That(all.Queue.Span, Is.EqualTo(Replications * (Int128)(End - WarmUp).Nanoseconds));
    }

    [Test] // M/M/1: P(W > t) = ρ e^−(μ − λ) t, so the quantile at p is ln(ρ / (1 − p)) / (μ − λ), and P(busy) = ρ
    public void Waits_have_the_law_of_theory()
    {
        var all = new ResourceStatistics();
        for (var replication = 0; replication < Replications; replication++)
        {
            all.Merge(Run(1, replication));
        }

        Assert.That(all.Waits.Quantile(0.15), Is.EqualTo(SimTime.Zero));
        Assert.That(all.Waits.Quantile(0.5)!.Value.Seconds, Is.EqualTo(Math.Log(1.6) / 0.25).Within(8).Percent);
        Assert.That(all.Waits.Quantile(0.9)!.Value.Seconds, Is.EqualTo(Math.Log(8) / 0.25).Within(8).Percent);
        Assert.That(all.Held.BusyShare, Is.EqualTo(0.8).Within(0.01));
    }

    private static ResourceStatistics Run(int servers, int replication)
    {
        var simulation = new Simulation();
        var desk = new Station(simulation, "desk", servers);
        var monitor = new ResourceMonitor(desk, WarmUp, End);
        var stream = StreamKey.Derive(20261123, (ulong)replication);
        var (gap, service) = (new Exponential(1), new Exponential(0.8 * servers));

        async Process Customer(uint number)
        {
            await desk.Acquire();
            await simulation.Delay(SimTime.FromSeconds(service.Quantile(stream.Uniform(number, 2, 1, 0))));
            desk.Release();
        }

        async Process Source()
        {
            for (uint number = 0; number < Customers; number++)
            {
                await simulation.Delay(SimTime.FromSeconds(gap.Quantile(stream.Uniform(number, 1, 1, 0))));
                _ = simulation.Spawn(Customer(number));
            }
        }

        simulation.Spawn(Source());
        simulation.Run();
        return monitor.Between(WarmUp, End);
    }
}
