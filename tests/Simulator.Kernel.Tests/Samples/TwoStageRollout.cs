using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Samples;

/// <summary>The third example of the kernel's README; its lines stand there word for word.</summary>
internal static class TwoStageRollout
{
    public static void Run()
    {
        var simulation = new Simulation();
        var images = new Link(simulation, "images", new DataRate(10_000_000_000), perFlow: new DataRate(1_000_000_000));
        var window = new Station(simulation, "window", servers: 20);

        async Process Update()
        {
            await window.Acquire();
            await images.Transfer(DataSize.FromBytes(2_000_000_000));
            await simulation.Delay(TimeSpan.FromSeconds(60)); // reboot
            window.Release();
        }

        async Process Stage(int nodes) =>
            await simulation.AllOf(Enumerable.Range(0, nodes).Select(_ => simulation.Spawn(Update())));

        async Process Rollout()
        {
            await Stage(nodes: 10);
            Console.WriteLine($"canaries updated after {simulation.Now}");
            await Stage(nodes: 190);
            Console.WriteLine($"all updated after {simulation.Now}");
        }

        simulation.Spawn(Rollout());
        simulation.Run();
    }
}
