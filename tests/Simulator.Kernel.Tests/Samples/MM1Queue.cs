using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Kernel.Tests.Samples;

/// <summary>The first example of the kernel's README; its lines stand there word for word.</summary>
internal static class MM1Queue
{
    public static void Run()
    {
        var simulation = new Simulation();
        var desk = new ServiceCenter(simulation, "desk");
        var monitor = new ResourceMonitor(desk, cuts: SimTime.FromSeconds(20_000)); // the warm-up ends there
        var stream = StreamKey.Derive(seed: 1, replication: 0);
        var (gaps, services) = (new Exponential(mean: 1.0), new Exponential(mean: 0.8));

        SimTime Draw(Exponential law, string purpose, uint customer) =>
            SimTime.FromSeconds(law.Quantile(stream.Uniform(customer, Fnv1a.Hash32(purpose), attempt: 1, draw: 0)));

        async Process Customer(uint number) => await desk.Serve(Draw(services, "service", number));

        async Process Source()
        {
            for (uint number = 0; number < 500_000; number++)
            {
                await simulation.Delay(Draw(gaps, "gap", number));
                _ = simulation.Spawn(Customer(number));
            }
        }

        simulation.Spawn(Source());
        simulation.Run();
        var steady = monitor.Windows[1].Statistics;
        Console.WriteLine(
            $"mean wait {steady.Waits.Mean:F2} s, utilisation {steady.Held.Mean:F3}; theory: 3.20 s, 0.800"
        );
    }
}
