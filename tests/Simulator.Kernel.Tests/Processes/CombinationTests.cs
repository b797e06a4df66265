using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Processes;

/// <summary>Several waits at once.</summary>
public sealed class CombinationTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Test]
    public void All_of_several_waits_is_over_with_the_last()
    {
        var station = new Station(_simulation, "oven", 1);

        async Process Bake()
        {
            await _simulation.AllOf(station.Acquire(), _simulation.Delay(TimeSpan.FromSeconds(1)));
            _log.Add($"{_simulation.Now} both");
            station.Release();
            await _simulation.AllOf(ReadOnlySpan<Wait>.Empty);
            _log.Add($"{_simulation.Now} none");
        }

        async Process Block()
        {
            await station.Acquire();
            await _simulation.Delay(TimeSpan.FromSeconds(4));
            station.Release();
        }

        _simulation.Spawn(Block());
        _simulation.Spawn(Bake());
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["4 s both", "4 s none"]));
        Assert.That(station.Held, Is.Zero);
    }

    [Test]
    public void The_first_of_several_waits_wins_and_the_others_hold_nothing()
    {
        var station = new Station(_simulation, "oven", 1);
        var other = new Station(_simulation, "grill", 1);

        async Process Impatient()
        {
            var first = await _simulation.AnyOf(station.Acquire(), _simulation.Delay(TimeSpan.FromSeconds(3)));
            _log.Add($"{_simulation.Now} wait {first} was first, {station.QueueLength} queue");
            first = await _simulation.AnyOf(other.Acquire(), station.Acquire());
            _log.Add($"{_simulation.Now} wait {first} was first");
            other.Release();
            first = await _simulation.AnyOf(other.Acquire(), _simulation.Delay(SimTime.Zero));
            _log.Add($"{_simulation.Now} wait {first} was first");
        }

        async Process Block()
        {
            await station.Acquire();
            await _simulation.Delay(TimeSpan.FromSeconds(3.5));
            station.Release();
        }

        _simulation.Spawn(Block());
        _simulation.Spawn(Impatient());
        _simulation.Run();

        // a delay of zero ends in the drain phase of the instant, before any grant
        Assert.That(
            _log,
            Is.EqualTo(["3 s wait 1 was first, 0 queue", "3 s wait 0 was first", "3 s wait 1 was first"])
        );
        Assert.That((station.Held, other.Held), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public void Two_grants_of_one_instant_leave_only_the_first()
    {
        var oven = new Station(_simulation, "oven", 1);
        var grill = new Station(_simulation, "grill", 1);

        async Process Either()
        {
            var first = await _simulation.AnyOf(grill.Acquire(), oven.Acquire());
            _log.Add($"{first}: oven {oven.Held}, grill {grill.Held}");
        }

        _simulation.Spawn(Either());
        _simulation.Run();

        // of two grants to one process the one that it asked for first, although the oven is older
        Assert.That(_log, Is.EqualTo(["0: oven 0, grill 1"]));
    }

    [Test]
    public void Processes_can_be_awaited_together()
    {
        async Process Wait(params Process[] processes)
        {
            var first = await _simulation.AnyOf(processes);
            _log.Add($"{_simulation.Now} first is {first}");
            await _simulation.AllOf(processes);
            _log.Add($"{_simulation.Now} all");
            first = await _simulation.AnyOf(processes);
            _log.Add($"{_simulation.Now} first is {first}");
        }

        var slow = _simulation.Spawn(Say("slow", after: 9));
        var fast = _simulation.Spawn(Say("fast", after: 2));
        _simulation.Spawn(Wait(slow, fast));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["2 s fast", "2 s first is 1", "9 s slow", "9 s all", "9 s first is 0"]));
    }

    private async Process Say(string what, double after)
    {
        await _simulation.Delay(SimTime.FromSeconds(after));
        _log.Add($"{_simulation.Now} {what}");
    }
}
