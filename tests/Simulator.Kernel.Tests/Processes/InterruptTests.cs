using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;
using Barrier = Simulator.Kernel.Resources.Barrier;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Kernel.Tests.Processes;

/// <summary>An interrupt ends the wait at once and leaves nothing behind.</summary>
public sealed class InterruptTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Test]
    public void Interrupt_ends_the_wait_now_and_states_the_cause()
    {
        async Process Install()
        {
            try
            {
                await _simulation.Delay(TimeSpan.FromHours(1));
            }
            catch (InterruptedException interrupted)
            {
                _log.Add($"{_simulation.Now} {interrupted.Cause}");
            }

            await _simulation.Delay(TimeSpan.FromSeconds(1));
            _log.Add($"{_simulation.Now} over");
        }

        async Process PowerCut(Process victim)
        {
            await _simulation.Delay(TimeSpan.FromMinutes(10));
            victim.Interrupt("power cut");
        }

        var install = _simulation.Spawn(Install());
        _simulation.Spawn(PowerCut(install));
        _simulation.Run();

        // the wake-up of the hour is stale and wakes nobody
        Assert.That(_log, Is.EqualTo(["600 s power cut", "601 s over"]));
    }

    [Test]
    public void What_it_queued_for_is_withdrawn()
    {
        var station = new Station(_simulation, "oven", 1);
        var budget = new Semaphore(_simulation, "budget", 2);
        var bucket = new TokenBucket(_simulation, "api", Frequency.FromPerSecond(1), 1, WhenEmpty.Wait);
        var link = new Link(_simulation, "uplink", new DataRate(1));
        var barrier = new Barrier(_simulation, "rack", 2);
        var signal = new Signal(_simulation, "changed");

        async Process Hold()
        {
            await station.Acquire();
            await budget.Acquire(2);
            await bucket.Take();
            await _simulation.Delay(TimeSpan.FromSeconds(9));
            station.Release();
            budget.Release(2);
        }

        async Process Live(Func<Wait> wait)
        {
            await _simulation.Delay(TimeSpan.FromSeconds(1));
            try
            {
                await wait();
            }
            catch (InterruptedException)
            {
                _log.Add("interrupted");
            }
        }

        async Process TakeToken()
        {
            await _simulation.Delay(new SimTime(10));
            try
            {
                await bucket.Take();
            }
            catch (InterruptedException)
            {
                _log.Add("interrupted");
            }
        }

        async Process Kill(params Process[] victims)
        {
            await _simulation.Delay(SimTime.FromSeconds(0.5));
            victims[0].Interrupt();
            await _simulation.Delay(SimTime.FromSeconds(1));
            foreach (var victim in victims.Skip(1))
            {
                victim.Interrupt();
            }

            Assert.That(QueuesAndHoldings(station, budget, bucket, link, barrier, signal), Is.EqualTo((0, 3L)));
        }

        _simulation.Spawn(Hold());
        _simulation.Spawn(
            Kill(
                _simulation.Spawn(TakeToken()),
                _simulation.Spawn(Live(() => station.Acquire())),
                _simulation.Spawn(Live(() => budget.Acquire())),
                _simulation.Spawn(Live(() => link.Transfer(new DataSize(100)))),
                _simulation.Spawn(Live(barrier.Arrive)),
                _simulation.Spawn(Live(signal.Wait))
            )
        );
        _simulation.Run();

        Assert.That(_log, Has.Count.EqualTo(6));
        Assert.That(QueuesAndHoldings(station, budget, bucket, link, barrier, signal), Is.EqualTo((0, 0L)));
        Assert.That(bucket.Spent, Is.EqualTo(1));
    }

    [Test]
    public void What_it_was_granted_in_the_same_instant_goes_to_the_next_in_line()
    {
        var bucket = new TokenBucket(_simulation, "api", Frequency.FromPerSecond(1), 1, WhenEmpty.Wait);
        var station = new Station(_simulation, "oven", 1);
        Process? victim = null;

        async Process Kill()
        {
            await bucket.Take();
            Assert.That(station.Held, Is.EqualTo(1), "granted and not yet seen");
            victim!.Interrupt();
            Assert.That(station.Held, Is.Zero, "given back");
        }

        async Process Live()
        {
            try
            {
                await station.Acquire();
                _log.Add("never");
            }
            catch (InterruptedException)
            {
                _log.Add("interrupted");
            }
        }

        _simulation.Spawn(Kill());
        victim = _simulation.Spawn(Live());
        _simulation.Spawn(Use(station));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["interrupted", "served"]));
        Assert.That(station.Held, Is.Zero);
    }

    [Test]
    public void An_interrupt_reaches_the_wait_inside_a_called_process_and_unwinds_through_it()
    {
        async Process Inner()
        {
            try
            {
                await _simulation.Delay(TimeSpan.FromHours(1));
            }
            finally
            {
                _log.Add("inner cleans up");
            }
        }

        async Process Outer()
        {
            try
            {
                await Inner();
            }
            catch (InterruptedException)
            {
                _log.Add("outer goes on");
            }
        }

        async Process Kill(Process victim)
        {
            await _simulation.Delay(TimeSpan.FromSeconds(1));
            victim.Interrupt();
        }

        var victim = _simulation.Spawn(Outer());
        _simulation.Spawn(Kill(victim));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["inner cleans up", "outer goes on"]));
    }

    [Test]
    public void Interrupts_that_come_too_early_meet_the_process_at_its_next_waits()
    {
        async Process Live()
        {
            for (var wait = 0; wait < 3; wait++)
            {
                try
                {
                    await _simulation.Delay(TimeSpan.FromSeconds(1));
                    _log.Add($"{_simulation.Now} waited");
                }
                catch (InterruptedException interrupted)
                {
                    _log.Add($"{_simulation.Now} {interrupted.Cause}");
                }
            }
        }

        var victim = _simulation.Spawn(Live());
        victim.Interrupt("first");
        victim.Interrupt("second");
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["0 s first", "0 s second", "1 s waited"]));
    }

    [Test]
    public void An_interrupt_of_several_waits_withdraws_or_gives_back_each()
    {
        var free = new Station(_simulation, "free", 1);
        var taken = new Station(_simulation, "taken", 1);

        async Process Hold()
        {
            await taken.Acquire();
            await _simulation.Delay(TimeSpan.FromSeconds(5));
            taken.Release();
        }

        async Process Live()
        {
            try
            {
                await _simulation.AllOf(free.Acquire(), taken.Acquire());
            }
            catch (InterruptedException)
            {
                _log.Add($"{free.Held} {taken.QueueLength}");
            }

            await free.Acquire();
            free.Release();
        }

        async Process Kill(Process victim)
        {
            await _simulation.Delay(TimeSpan.FromSeconds(1));
            victim.Interrupt();
        }

        _simulation.Spawn(Hold());
        _simulation.Spawn(Kill(_simulation.Spawn(Live())));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["0 0"]));
        Assert.That((free.Held, taken.Held), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public void An_interrupt_that_nobody_catches_fails_the_run()
    {
        async Process Live() => await _simulation.Delay(TimeSpan.FromSeconds(1));

        _simulation.Spawn(Live()).Interrupt("power cut");

        Assert.That(
            _simulation.Run,
            Throws.InstanceOf<ProcessFailedException>().With.Message.Contains("Interrupted: power cut")
        );
    }

    private async Process Use(Station station)
    {
        await station.Acquire();
        _log.Add("served");
        station.Release();
    }

    private static (int Queued, long Held) QueuesAndHoldings(params Resource[] resources) =>
        (resources.Sum(one => one.QueueLength), resources.Sum(one => one.Held));
}
