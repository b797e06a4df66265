using CsCheck;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Broadcasts;
using Simulator.Kernel.Resources.Gathering;
using Simulator.Kernel.Resources.Limits;
using Simulator.Kernel.Resources.Networks;
using Barrier = Simulator.Kernel.Resources.Barrier;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Kernel.Tests.Processes;

/// <summary>Whatever is interrupted whenever: at the end nothing is held and nobody queues.</summary>
public sealed class LeakTests
{
    /// <summary>What a victim does, one number a step, and the instants at which it is interrupted.</summary>
    private static readonly Gen<(int[] Steps, int[] Kills)> Life = Gen.Select(
        Gen.Int[0, 15].Array[1, 8],
        Gen.Int[0, 40].Array[0, 4]
    );

    [Test]
    public void Random_kills_leave_nothing_behind() =>
        Life.Array[1, 12]
            .Sample(
                lives =>
                {
                    var world = new World();
                    foreach (var (steps, kills) in lives)
                    {
                        var victim = world.Simulation.Spawn(world.Live(steps));
                        foreach (var kill in kills)
                        {
                            world.Simulation.Spawn(world.Kill(victim, kill));
                        }
                    }

                    world.Simulation.Spawn(world.CloseDown());
                    world.Simulation.Run();

                    return world.Resources.All(one => one is { Held: 0, QueueLength: 0 })
                        && world.Tokens == world.Bucket.Spent;
                },
                iter: 20_000
            );

    [Test]
    public void Two_million_processes_one_after_the_other_need_the_room_of_a_few()
    {
        var simulation = new Simulation();
        var station = new Station(simulation, "server", 1);

        async Process Customer()
        {
            await station.Acquire();
            await simulation.Delay(new SimTime(9));
            station.Release();
        }

        async Process Source()
        {
            for (var number = 0; number < 2_000_000; number++)
            {
                _ = simulation.Spawn(Customer());
                await simulation.Delay(new SimTime(10));
            }
        }

        simulation.Spawn(Source());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        simulation.Run();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(simulation);

        // other tests run beside this one: two million processes of 150 B would be 300 MB
        Assert.That(after - before, Is.LessThan(100_000_000));
    }

    private sealed class World
    {
        private readonly Station _station;
        private readonly Semaphore _budget;
        private readonly Link _link;
        private readonly Barrier _barrier;
        private readonly Signal _signal;
        private readonly LinkTree _tree;
        private readonly Network _network;
        private readonly InFlightLimit _inFlight;
        private readonly FixedWindow _window;
        private readonly PolledLock _lock;
        private readonly Batcher _batcher;
        private readonly SeedPool _seeds;

        public World()
        {
            _station = new Station(Simulation, "station", 2);
            _budget = new Semaphore(Simulation, "budget", 3);
            _link = new Link(Simulation, "link", new DataRate(1_000_000_000));
            _barrier = new Barrier(Simulation, "barrier", 2);
            _signal = new Signal(Simulation, "signal");
            Bucket = new TokenBucket(Simulation, "bucket", new Frequency(1, new SimTime(3)), 2, WhenEmpty.Wait);
            _tree = new LinkTree(Simulation, "tree", new DataRate(1_000_000_000));
            _tree.AddBranch(new DataRate(700_000_000));
            _network = new Network(Simulation, "network");
            _network.AddRoute([_network.AddLink(new DataRate(1_000_000_000))]);
            _inFlight = new InFlightLimit(Simulation, "in flight", 1, mostWaiting: 1);
            _window = new FixedWindow(Simulation, "window", 2, new SimTime(10), WhenEmpty.Wait);
            _lock = new PolledLock(Simulation, "lock", new PolledLockRules { Period = new SimTime(4) }, default);
            _batcher = new Batcher(Simulation, "batcher", 3, new SimTime(6));
            _seeds = new SeedPool(Simulation, "seeds", 1);
            Resources =
            [
                _station,
                _budget,
                _link,
                _barrier,
                _signal,
                Bucket,
                _tree,
                _network,
                _inFlight,
                _window,
                _lock,
                _batcher,
                _seeds,
            ];
        }

        public Simulation Simulation { get; } = new();

        public TokenBucket Bucket { get; }

        public IReadOnlyList<Resource> Resources { get; }

        /// <summary>Tokens that somebody really got.</summary>
        public long Tokens { get; private set; }

        public async Process Live(int[] steps)
        {
            foreach (var step in steps)
            {
                try
                {
                    await Step(step);
                }
                catch (InterruptedException)
                {
                    // the next step is tried
                }
            }
        }

        public async Process Kill(Process victim, int at)
        {
            await Simulation.Delay(new SimTime(at));
            if (!victim.IsOver)
            {
                victim.Interrupt();
            }
        }

        /// <summary>Lets those go who wait for others that will never come.</summary>
        public async Process CloseDown()
        {
            for (var round = 0; round < 200; round++)
            {
                await Simulation.Delay(new SimTime(100));
                _signal.Send();
                if (_barrier.QueueLength == 1)
                {
                    await _barrier.Arrive();
                }
            }
        }

        private async Process Step(int step)
        {
            switch (step)
            {
                case 0:
                    await Simulation.Delay(new SimTime(5));
                    break;
                case 1:
                    await _station.Acquire();
                    await Hold(_station.Release);
                    break;
                case 2:
                    await _budget.Acquire(2);
                    await Hold(() => _budget.Release(2));
                    break;
                case 3:
                    await _link.Transfer(new DataSize(7));
                    break;
                case 4:
                    await Bucket.Take();
                    Tokens++;
                    break;
                case 5:
                    await _barrier.Arrive();
                    break;
                case 6:
                    await _signal.Wait();
                    break;
                case 7:
                    await Simulation.AllOf(_station.Acquire(), _budget.Acquire(), _link.Transfer(new DataSize(3)));
                    await Hold(() =>
                    {
                        _station.Release();
                        _budget.Release();
                    });
                    break;
                case 8:
                    await Either();
                    break;
                default:
                    await Further(step);
                    break;
            }
        }

        private async Process Further(int step)
        {
            switch (step)
            {
                case 9:
                    await _tree.Transfer(0, new DataSize(7));
                    break;
                case 10:
                    await _network.Transfer(0, new DataSize(7));
                    break;
                case 11:
                    if (await _inFlight.Acquire())
                    {
                        await Hold(_inFlight.Release);
                    }

                    break;
                case 12:
                    await _window.Take();
                    break;
                case 13:
                    await _lock.Acquire();
                    var version = _lock.Version;
                    await Hold(() => _lock.Release(version));
                    break;
                case 14:
                    await _batcher.Join();
                    break;
                default:
                    await _seeds.Acquire();
                    await Hold(_seeds.Release);
                    break;
            }
        }

        private async Process Either()
        {
            var first = await Simulation.AnyOf(
                _station.Acquire(),
                _budget.Acquire(3),
                Simulation.Delay(new SimTime(4)),
                _barrier.Arrive()
            );
            if (first < 2)
            {
                await Hold(first == 0 ? _station.Release : () => _budget.Release(3));
            }
        }

        private async Process Hold(Action release)
        {
            try
            {
                await Simulation.Delay(new SimTime(3));
            }
            finally
            {
                release();
            }
        }
    }
}
