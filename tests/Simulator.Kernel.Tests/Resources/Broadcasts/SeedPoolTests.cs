using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources.Broadcasts;

namespace Simulator.Kernel.Tests.Resources.Broadcasts;

/// <summary>Receivers that become senders.</summary>
public sealed class SeedPoolTests
{
    private readonly Simulation _simulation = new();
    private readonly List<double> _ends = [];

    [Test] // property: after k rounds of equal transfers s (1 + u)^k have the file
    public void Holders_multiply() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 3], Gen.Int[1, 200])
            .Sample(
                (seeds, uploads, receivers) =>
                {
                    var simulation = new Simulation();
                    var pool = new SeedPool(simulation, "peers", seeds, uploads);

                    async Process Fetch()
                    {
                        await pool.Acquire();
                        await simulation.Delay(SimTime.FromSeconds(1));
                        pool.Complete();
                    }

                    for (var number = 0; number < receivers; number++)
                    {
                        simulation.Spawn(Fetch());
                    }

                    simulation.Run();

                    var (rounds, holders) = (0, (long)seeds);
                    while (holders < seeds + receivers)
                    {
                        holders += holders * uploads;
                        rounds++;
                    }

                    return simulation.Now == SimTime.FromSeconds(rounds)
                        && pool.Holders == seeds + receivers
                        && pool.BusyTime == receivers * (Int128)1_000_000_000;
                },
                iter: 300
            );

    [Test]
    public void A_transfer_that_breaks_off_makes_no_holder()
    {
        var pool = new SeedPool(_simulation, "peers", 1);

        async Process Fetch(double seconds)
        {
            await pool.Acquire();
            try
            {
                await _simulation.Delay(SimTime.FromSeconds(seconds));
            }
            catch (InterruptedException)
            {
                pool.Release();
                return;
            }

            pool.Complete();
            _ends.Add(_simulation.Now.Seconds);
        }

        async Process Kill(Process victim)
        {
            await _simulation.Delay(SimTime.FromSeconds(3));
            victim.Interrupt();
        }

        var first = _simulation.Spawn(Fetch(10));
        _simulation.Spawn(Fetch(5));
        _simulation.Spawn(Kill(first));
        _simulation.Run();

        Assert.That(_ends, Is.EqualTo([8.0]));
        Assert.That((pool.Holders, pool.Held), Is.EqualTo((2L, 0L)));
        Assert.That(pool.Release, Throws.InvalidOperationException.With.Message.Contains("'peers'"));
    }
}
