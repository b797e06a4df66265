using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Samples;

/// <summary>The second example of the kernel's README; its lines stand there word for word.</summary>
internal static class CarWash
{
    public static void Run()
    {
        var simulation = new Simulation();
        var wash = new Station(simulation, "wash", servers: 2);
        var monitor = new ResourceMonitor(wash);

        async Process Car(int number)
        {
            await simulation.Delay(TimeSpan.FromMinutes(2 * number));
            var isImpatient = simulation.Delay(TimeSpan.FromMinutes(3.5));
            if (await simulation.AnyOf(wash.Acquire(), isImpatient) == 1)
            {
                Console.WriteLine($"car {number} drives on at {simulation.Now}");
                return;
            }

            await simulation.Delay(TimeSpan.FromMinutes(5));
            wash.Release();
        }

        for (var number = 0; number < 10; number++)
        {
            simulation.Spawn(Car(number));
        }

        simulation.Run();
        var waits = monitor.Whole.Waits;
        Console.WriteLine($"{waits.Count} cars washed at {simulation.Now}, longest wait {waits.Maximum}");
    }
}
