using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Resources;

/// <summary>A message to all who wait.</summary>
public sealed class SignalTests
{
    [Test]
    public void All_who_wait_in_the_round_hear_it_and_nobody_later()
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var signal = new Signal(simulation, "changed");

        visitors.At(0, 1, () => signal.Wait(1, 1, 0));
        visitors.At(1, 5, signal.Send);
        visitors.At(1, 9, () => signal.Wait(9, 9, 0));
        visitors.At(2, 2, () => signal.Wait(2, 2, 0));
        simulation.Run();

        Assert.That(visitors.Log, Is.EqualTo(["1 s: 1 granted", "1 s: 9 granted"]));
        Assert.That(signal.QueueLength, Is.EqualTo(1));
    }
}
