using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Kernel.Tests.Resources.Limits;

/// <summary>So many calls a window of the clock.</summary>
public sealed class FixedWindowTests
{
    private readonly Simulation _simulation = new();
    private readonly Visitors _visitors;

    public FixedWindowTests() => _visitors = new Visitors(_simulation);

    [Test]
    public void Who_waits_is_served_when_the_next_windows_begin()
    {
        var window = Window(WhenEmpty.Wait);

        for (var customer = 0; customer < 5; customer++)
        {
            Request(window, at: 7, customer);
        }

        _simulation.Run();

        Assert.That(_visitors.LastAt.Values.Select(at => at.Seconds), Is.EqualTo([7.0, 7, 10, 10, 20]));
    }

    [Test]
    public void A_border_lets_twice_the_limit_pass_at_once_nearly()
    {
        var window = Window(WhenEmpty.Reject);

        Request(window, at: 9.9, customer: 1);
        Request(window, at: 9.9, customer: 2);
        Request(window, at: 9.9, customer: 3);
        Request(window, at: 10, customer: 4);
        Request(window, at: 10, customer: 5);
        _simulation.Run();

        Assert.That(
            _visitors.Log,
            Is.EqualTo([
                "9.9 s: 1 granted",
                "9.9 s: 2 granted",
                "9.9 s: 3 rejected",
                "10 s: 4 granted",
                "10 s: 5 granted",
            ])
        );
        Assert.That((window.Spent, window.RejectedCount, window.NextWindow.Seconds), Is.EqualTo((4L, 1L, 20.0)));
    }

    [Test]
    public void What_an_interrupted_process_was_given_unseen_counts_for_the_next()
    {
        // the signal is the older resource: it is decided in the same round as the window, and heard first
        var signal = new Signal(_simulation, "kill");
        var window = new FixedWindow(_simulation, "api", 1, SimTime.FromSeconds(10), WhenEmpty.Wait);
        var served = new List<string>();

        async Process Call(string name)
        {
            try
            {
                await window.Take();
                served.Add(name);
            }
            catch (InterruptedException)
            {
                served.Add("-" + name);
            }
        }

        async Process Kill(Process victim)
        {
            await signal.Wait();
            victim.Interrupt();
        }

        var first = Call("a");
        _simulation.Spawn(Kill(first));
        _simulation.Spawn(first);
        _simulation.Spawn(Call("b"));
        signal.Send();
        _simulation.Run();

        Assert.That(served, Is.EquivalentTo(["-a", "b"]));
        Assert.That(window.Spent, Is.EqualTo(1));
    }

    [Test]
    public void What_can_never_pass_is_refused()
    {
        var window = Window(WhenEmpty.Wait);

        Assert.That(
            () => window.Request(0, 0, 0, 3),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("'api' admits 2 calls in a window")
        );
        Assert.That(
            () => new FixedWindow(_simulation, "api", 1, SimTime.Zero, WhenEmpty.Wait),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    private FixedWindow Window(WhenEmpty whenEmpty) => new(_simulation, "api", 2, SimTime.FromSeconds(10), whenEmpty);

    private void Request(FixedWindow window, double at, int customer) =>
        _visitors.At(at, customer, () => window.Request((ulong)customer, customer, 0));
}
