using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Kernel.Tests.Resources.Limits;

/// <summary>A lock that everybody looks at now and then.</summary>
public sealed class PolledLockTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Test]
    public void A_free_lock_is_noticed_at_the_next_tick_of_who_waits()
    {
        var polled = Lock(new PolledLockRules { Period = Seconds(10) });

        _simulation.Spawn(Hold(polled, "a", at: 0, takes: 13));
        _simulation.Spawn(Hold(polled, "b", at: 2, takes: 1));
        _simulation.Spawn(Hold(polled, "c", at: 5, takes: 1));
        _simulation.Run();

        // b looks at 2, 12, 22; c at 5 and 15, when it is free since 13
        Assert.That(_log, Is.EqualTo(["0 s: a", "15 s: c", "22 s: b"]));
        Assert.That((polled.RefusedCount, polled.ConflictCount, polled.Held), Is.EqualTo((3L, 0L, 0L)));
    }

    [Test]
    public void A_look_at_the_instant_of_the_release_finds_it_free()
    {
        var polled = Lock(new PolledLockRules { Period = Seconds(10) });

        _simulation.Spawn(Hold(polled, "a", at: 0, takes: 20));
        _simulation.Spawn(Hold(polled, "b", at: 0, takes: 20));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["0 s: a", "20 s: b"]));
        Assert.That((polled.RefusedCount, polled.ConflictCount), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public void Of_several_who_saw_it_free_the_first_writer_wins()
    {
        var polled = Lock(new PolledLockRules { Period = Seconds(10), WriteDelay = Seconds(3) });

        _simulation.Spawn(Hold(polled, "a", at: 0, takes: 2));
        _simulation.Spawn(Hold(polled, "b", at: 2, takes: 2));
        _simulation.Run();

        // a has written by 3 s and is done at 5 s, when b's write meets a newer version; b looks at 15 s and writes by 18 s
        Assert.That(_log, Is.EqualTo(["3 s: a", "18 s: b"]));
        Assert.That((polled.RefusedCount, polled.ConflictCount), Is.EqualTo((0L, 1L)));
    }

    [Test]
    public void The_time_of_an_earlier_holder_does_not_end_that_of_the_present_one()
    {
        var polled = Lock(new PolledLockRules { Period = Seconds(4), TimeToLive = Seconds(10) });

        _simulation.Spawn(Hold(polled, "a", at: 0, takes: 5));
        _simulation.Spawn(Hold(polled, "b", at: 6, takes: 7));
        _simulation.Run();

        // a's ten seconds end at 10, while b holds it from 6 to 13
        Assert.That((polled.ExpiredCount, polled.Held), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public void A_lock_that_outlives_its_time_is_lost_and_its_holder_hears_of_it()
    {
        var polled = Lock(new PolledLockRules { Period = Seconds(4), TimeToLive = Seconds(10) });

        _simulation.Spawn(Hold(polled, "slow", at: 0, takes: 30));
        _simulation.Spawn(Hold(polled, "next", at: 1, takes: 5));
        _simulation.Run();

        Assert.That(_log, Is.EqualTo(["0 s: slow", "13 s: next", "30 s: slow has lost it"]));
        Assert.That((polled.ExpiredCount, polled.Held), Is.EqualTo((1L, 0L)));
    }

    [Test]
    public void Jitter_makes_pauses_longer_by_a_draw_of_their_own()
    {
        var polled = Lock(new PolledLockRules { Period = Seconds(10), Jitter = 0.5 });

        for (var number = 0; number < 50; number++)
        {
            _simulation.Spawn(Hold(polled, $"{number}", at: 0, takes: 1));
        }

        _simulation.Run();

        // in lockstep each would need a round of its own: 49 periods of 10 s at least
        Assert.That(_log, Has.Count.EqualTo(50));
        Assert.That(_simulation.Now.Seconds, Is.InRange(50, 400));
    }

    [Test]
    public void A_version_that_was_never_granted_is_refused()
    {
        var polled = Lock(new PolledLockRules { Period = Seconds(1) });

        Assert.That(
            () => polled.Release(1),
            Throws.InvalidOperationException.With.Message.Contains("releases version 1 of 'lease'")
        );
        Assert.That(
            () => Lock(new PolledLockRules { Period = SimTime.Zero }),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    [Test] // property: one holder at a time, everybody gets it once, interrupted ones leave nothing behind
    public void Nobody_shares_it_and_nobody_is_forgotten() =>
        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 30], Gen.Int[1, 20], Gen.Int[0, 60]).Array[1, 15])
            .Sample(
                (delay, lives) =>
                {
                    var simulation = new Simulation();
                    var rules = new PolledLockRules { Period = Seconds(7), WriteDelay = Seconds(delay) };
                    var polled = new PolledLock(simulation, "lease", rules, default);
                    var (inside, most, ended) = (0, 0, 0);

                    async Process Live(int at, int takes)
                    {
                        await simulation.Delay(Seconds(at));
                        try
                        {
                            await polled.Acquire();
                            var version = polled.Version;
                            most = Math.Max(most, ++inside);
                            try
                            {
                                await simulation.Delay(Seconds(takes));
                            }
                            finally
                            {
                                inside--;
                                polled.Release(version);
                            }
                        }
                        catch (InterruptedException)
                        {
                            // it only leaves
                        }

                        ended++;
                    }

                    async Process Kill(Process victim, int at)
                    {
                        await simulation.Delay(Seconds(at));
                        if (!victim.IsOver)
                        {
                            victim.Interrupt();
                        }
                    }

                    foreach (var (at, takes, kill) in lives)
                    {
                        var victim = simulation.Spawn(Live(at, takes));
                        if (kill > at)
                        {
                            simulation.Spawn(Kill(victim, kill));
                        }
                    }

                    simulation.Run();

                    return most <= 1 && ended == lives.Length && polled is { Held: 0, QueueLength: 0 };
                }
            );

    private static SimTime Seconds(double seconds) => SimTime.FromSeconds(seconds);

    private PolledLock Lock(PolledLockRules rules) => new(_simulation, "lease", rules, StreamKey.Derive(1, 1));

    private async Process Hold(PolledLock polled, string name, double at, double takes)
    {
        await _simulation.Delay(Seconds(at));
        await polled.Acquire();
        var version = polled.Version;
        _log.Add($"{_simulation.Now}: {name}");
        await _simulation.Delay(Seconds(takes));
        if (!polled.Release(version))
        {
            _log.Add($"{_simulation.Now}: {name} has lost it");
        }
    }
}
