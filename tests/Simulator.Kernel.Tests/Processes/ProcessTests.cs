using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;
using Barrier = Simulator.Kernel.Resources.Barrier;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Kernel.Tests.Processes;

/// <summary>What a modeller may rely on: order, time, calls, ends, failures.</summary>
public sealed class ProcessTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Test]
    public void Nothing_of_a_process_happens_before_it_is_spawned_and_run()
    {
        var process = Say("a", after: 1);
        Assert.That(process.ToString(), Is.EqualTo("Say"));

        _simulation.Spawn(process);
        Assert.That(_log, Is.Empty);

        _simulation.Run();
        Assert.That(_log, Is.EqualTo(["1 s a"]));
        Assert.That(process.IsOver);
        Assert.That(process.ToString(), Is.EqualTo("Say #0"));
    }

    [Test]
    public void Processes_that_wake_at_one_instant_go_in_the_order_of_spawning()
    {
        async Process Late()
        {
            // the wake-up at 3 s is entered before the others', and still comes last
            await _simulation.Delay(SimTime.FromSeconds(3));
            _log.Add("late");
        }

        async Process Early(string name)
        {
            await _simulation.Delay(TimeSpan.FromSeconds(2));
            await _simulation.Delay(TimeSpan.FromSeconds(1));
            _log.Add(name);
        }

        _simulation.Spawn(Early("first"));
        _simulation.Spawn(Early("second"));
        _simulation.Spawn(Late());
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["first", "second", "late"]));
    }

    [Test]
    public void A_rank_of_its_own_makes_the_order_of_spawning_irrelevant()
    {
        _simulation.Spawn(Say("b", after: 1), 20);
        _simulation.Spawn(Say("a", after: 1), 10);
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["1 s a", "1 s b"]));
    }

    [Test]
    public void Awaiting_a_spawned_process_waits_for_its_end()
    {
        async Process Wait(Process other, string name)
        {
            await other;
            _log.Add($"{_simulation.Now} {name}");
            await other;
            _log.Add($"{_simulation.Now} {name} again");
        }

        var work = _simulation.Spawn(Say("done", after: 5));
        _simulation.Spawn(Wait(work, "one"));
        _simulation.Spawn(Wait(work, "two"));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["5 s done", "5 s one", "5 s one again", "5 s two", "5 s two again"]));
    }

    [Test]
    public void Awaiting_a_cold_process_calls_it()
    {
        async Process Update()
        {
            await Say("drained", after: 2);
            await Say("flashed", after: 3);
            _log.Add($"{_simulation.Now} updated");
        }

        async Process Rollout()
        {
            await Update();
            await Update();
        }

        _simulation.Spawn(Rollout());
        _simulation.Run();

        Assert.That(
            _log,
            Is.EqualTo(["2 s drained", "5 s flashed", "5 s updated", "7 s drained", "10 s flashed", "10 s updated"])
        );
    }

    [Test]
    public void A_million_calls_that_do_not_wait_need_no_stack()
    {
        var calls = 0;

        async Process Count()
        {
            if (++calls < 0)
            {
                await _simulation.Delay(SimTime.Zero);
            }
        }

        async Process Loop()
        {
            for (var call = 0; call < 1_000_000; call++)
            {
                await Count();
            }
        }

        _simulation.Spawn(Loop());
        _simulation.Run();

        Assert.That(calls, Is.EqualTo(1_000_000));
    }

    [Test]
    public void An_exception_of_a_called_process_comes_out_at_the_await()
    {
        async Process Caller()
        {
            try
            {
                await Fail(after: 2);
            }
            catch (InvalidDataException)
            {
                _log.Add($"{_simulation.Now} caught");
            }

            await Say("went on", after: 1);
        }

        _simulation.Spawn(Caller());
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["2 s caught", "3 s went on"]));
    }

    [Test]
    public void A_process_that_fails_stops_the_run_and_names_itself_and_the_instant()
    {
        _simulation.Spawn(Say("never", after: 3));
        _simulation.Spawn(Fail(after: 2));

        var failure = Assert.Throws<ProcessFailedException>(_simulation.Run);

        Assert.That(failure.Message, Is.EqualTo("Fail #1 failed at 2 s: InvalidDataException: bad image"));
        Assert.That((failure.At.Seconds, failure.Process), Is.EqualTo((2.0, "Fail #1")));
        Assert.That(failure.InnerException!.StackTrace, Does.Contain(nameof(Fail)));
        Assert.That(_simulation.Run, Throws.InvalidOperationException.With.Message.Contains("At 2 s"));
        Assert.That(_log, Is.Empty);
    }

    [Test]
    public void Places_of_finished_processes_are_used_again()
    {
        var customers = new HashSet<int>();

        async Process Customer()
        {
            await _simulation.Delay(TimeSpan.FromSeconds(2.5));
        }

        async Process Source()
        {
            for (var number = 0; number < 1_000; number++)
            {
                customers.Add(_simulation.Spawn(Customer()).Customer);
                await _simulation.Delay(TimeSpan.FromSeconds(1));
            }
        }

        _simulation.Spawn(Source());
        _simulation.Run();

        // at most three at once
        Assert.That(customers, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_wait_allocates_nothing()
    {
        var station = new Station(_simulation, "oven", 1);
        var budget = new Semaphore(_simulation, "budget", 3);
        var link = new Link(_simulation, "uplink", new DataRate(1_000_000_000));
        var bucket = new TokenBucket(_simulation, "api", Frequency.FromPerSecond(1000), 2, WhenEmpty.Wait);
        var barrier = new Barrier(_simulation, "rack", 1);
        long before = 0;
        long allocated = 0;

        async Process Live()
        {
            for (var round = 0; round < 20_000; round++)
            {
                if (round == 10_000)
                {
                    before = GC.GetAllocatedBytesForCurrentThread();
                }

                await _simulation.Delay(new SimTime(1_000_000));
                await station.Acquire();
                await budget.Acquire(2);
                await link.Transfer(new DataSize(10_000));
                await bucket.Take();
                await barrier.Arrive();
                budget.Release(2);
                station.Release();
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        for (var number = 0; number < 4; number++)
        {
            _simulation.Spawn(Live());
        }

        _simulation.Run();

        Assert.That(allocated, Is.Zero);
    }

    private async Process Say(string what, double after)
    {
        await _simulation.Delay(SimTime.FromSeconds(after));
        _log.Add($"{_simulation.Now} {what}");
    }

    private async Process Fail(double after)
    {
        await _simulation.Delay(SimTime.FromSeconds(after));
        throw new InvalidDataException("bad image");
    }
}
