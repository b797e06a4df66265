using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Kernel.Tests.Processes;

/// <summary>What a modeller may get wrong is said where it happens.</summary>
public sealed class MisuseTests
{
    private readonly Simulation _simulation = new();
    private readonly Station _station;

    public MisuseTests() => _station = new Station(_simulation, "oven", 2);

    [Test]
    public void Awaiting_one_wait_twice() =>
        Fails(
            async () =>
            {
                var wait = _station.Acquire();
                await wait;
                await wait;
            },
            "At 1 s: Try #0 awaits a wait that was awaited before"
        );

    [Test]
    public void Awaiting_a_wait_made_before_another() =>
        Fails(
            async () =>
            {
                var wait = _station.Acquire();
                await _simulation.Delay(SimTime.Zero);
                await wait;
            },
            "made before another wait"
        );

    [Test]
    public void Awaiting_a_wait_of_another_process()
    {
        Wait? shared = null;

        async Process Make()
        {
            var wait = _station.Acquire();
            shared = wait;
            await wait;
        }

        async Process Take() => await shared!.Value;

        _simulation.Spawn(Make());
        _simulation.Spawn(Take());

        Assert.That(_simulation.Run, Throws.InstanceOf<ProcessFailedException>().With.Message.Contains("Make #0"));
    }

    [Test]
    public void Awaiting_nothing() => Fails(async () => await default(Wait), "default(Wait)");

    [Test]
    public void Making_a_wait_outside_a_process() =>
        Assert.That(
            () => _station.Acquire(),
            Throws.InvalidOperationException.With.Message.Contains("outside a process")
        );

    [Test]
    public void Waiting_a_negative_time() =>
        Assert.That(
            FailureOf(async () => await _simulation.Delay(new SimTime(-1))).InnerException,
            Is.InstanceOf<ArgumentOutOfRangeException>()
        );

    [Test]
    public void Releasing_twice() =>
        Fails(
            async () =>
            {
                await _station.Acquire();
                _station.Release();
                _station.Release();
            },
            "At 1 s: Try #0 releases a server of 'oven', but none is held"
        );

    [Test]
    public void Running_the_simulation_from_inside() =>
        Fails(
            async () =>
            {
                await _simulation.Delay(SimTime.Zero);
                _simulation.Run();
            },
            "At 1 s: Try #0 runs the simulation that it lives in"
        );

    [Test]
    public void Interrupting_what_is_over()
    {
        var victim = _simulation.Spawn(Sleep());
        _simulation.Run();

        Assert.That(
            () => victim.Interrupt(),
            Throws.InvalidOperationException.With.Message.EqualTo(
                "At 1 s: Sleep #0 is interrupted, but it has ended already."
            )
        );
    }

    [Test]
    public void Interrupting_what_was_not_spawned() =>
        Assert.That(
            () => Sleep().Interrupt(),
            Throws.InvalidOperationException.With.Message.Contains("Sleep cannot be interrupted: it was not spawned")
        );

    [Test]
    public void Interrupting_oneself()
    {
        Process? self = null;
        Fails(
            async () =>
            {
                await _simulation.Delay(SimTime.Zero);
                self!.Interrupt();
            },
            "interrupts itself",
            process => self = process
        );
    }

    [Test]
    public void Awaiting_oneself()
    {
        Process? self = null;
        Fails(async () => await self!, "awaits its own end", process => self = process);
    }

    [Test]
    public void Awaiting_a_process_of_another_simulation()
    {
        var elsewhere = new Simulation().Spawn(Sleep());

        Fails(async () => await elsewhere, "awaited from outside its simulation");
    }

    [Test]
    public void Spawning_twice()
    {
        var process = _simulation.Spawn(Sleep());

        Assert.That(
            () => _simulation.Spawn(process),
            Throws.InvalidOperationException.With.Message.Contains("Sleep #0 was spawned or awaited before")
        );
    }

    [Test]
    public void Awaiting_the_kernel_in_a_task()
    {
        async Task Foreign() => await _simulation.Delay(SimTime.Zero);

        Fails(
            async () =>
            {
                await _simulation.Delay(SimTime.Zero);
                Foreign().GetAwaiter().GetResult();
            },
            "in an 'async Process' method only"
        );
    }

    private async Process Sleep() => await _simulation.Delay(TimeSpan.FromSeconds(1));

    private void Fails(Func<Process> body, string message, Action<Process>? meet = null) =>
        Assert.That(FailureOf(body, meet).Message, Does.Contain(message));

    private ProcessFailedException FailureOf(Func<Process> body, Action<Process>? meet = null)
    {
        async Process Try()
        {
            await _simulation.Delay(TimeSpan.FromSeconds(1));
            await body();
        }

        var process = _simulation.Spawn(Try());
        meet?.Invoke(process);
        return Assert.Throws<ProcessFailedException>(_simulation.Run);
    }
}
