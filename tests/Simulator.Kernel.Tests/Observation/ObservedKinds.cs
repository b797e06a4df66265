using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Broadcasts;
using Simulator.Kernel.Resources.Gathering;
using Simulator.Kernel.Resources.Limits;
using Simulator.Kernel.Resources.Networks;
using Simulator.Kernel.ServiceCenters;
using Barrier = Simulator.Kernel.Resources.Barrier;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>One of each kind of resource, small enough to be crowded.</summary>
internal static class ObservedKinds
{
    private static readonly DataRate BitPerNanosecond = new(SimTime.NanosecondsPerSecond);

    private static readonly Dictionary<string, Func<Simulation, ObservedKind>> Kinds = new(StringComparer.Ordinal)
    {
        ["station"] = simulation =>
        {
            var station = new Station(simulation, "s", 2);
            return Lent(station, one => station.Acquire(one.Wants), _ => station.Release(), () => station.BusyTime);
        },
        ["budget"] = simulation =>
        {
            var budget = new Semaphore(simulation, "s", 4);
            return Lent(
                budget,
                one => budget.Acquire(one.Wants),
                one => budget.Release(one.Wants),
                () => budget.HeldTime
            );
        },
        ["seeds"] = simulation =>
        {
            var pool = new SeedPool(simulation, "s", 1);
            return Lent(pool, _ => pool.Acquire(), _ => pool.Complete(), () => pool.BusyTime);
        },
        ["lock"] = simulation =>
        {
            var rules = new PolledLockRules { Period = new SimTime(7), WriteDelay = new SimTime(2) };
            var held = new PolledLock(simulation, "s", rules, StreamKey.Derive(1, 1));
            return Lent(held, _ => held.Acquire(), _ => held.Release(held.Version), null);
        },
        ["in-flight limit"] = simulation =>
        {
            var limit = new InFlightLimit(simulation, "s", 2, mostWaiting: 1);
            return Decided(limit, _ => limit.Acquire(), limit.Release, () => limit.BusyTime);
        },
        ["bucket"] = simulation =>
        {
            var rate = new Frequency(2, new SimTime(11));
            var bucket = new TokenBucket(simulation, "s", rate, burst: 3, WhenEmpty.Wait);
            return Decided(bucket, one => bucket.Take(one.Wants), () => { }, null);
        },
        ["rejecting bucket"] = simulation =>
        {
            var rate = new Frequency(2, new SimTime(11));
            var bucket = new TokenBucket(simulation, "s", rate, burst: 3, WhenEmpty.Reject);
            return Decided(bucket, one => bucket.Take(one.Wants), () => { }, null);
        },
        ["window"] = simulation =>
        {
            var window = new FixedWindow(simulation, "s", limit: 3, new SimTime(13), WhenEmpty.Wait);
            return Decided(window, one => window.Take(one.Wants), () => { }, null);
        },
        ["quorum"] = simulation =>
        {
            var quorum = new Quorum(simulation, "s", parties: 12, needed: 4);
            return Decided(quorum, one => one.Wants > 1 ? quorum.Arrive() : quorum.Watch(), () => { }, null);
        },
        ["barrier"] = simulation =>
        {
            var barrier = new Barrier(simulation, "s", 3);
            return Lent(barrier, _ => barrier.Arrive(), _ => { }, null);
        },
        ["batch"] = simulation =>
        {
            var batcher = new Batcher(simulation, "s", 3, new SimTime(9));
            return Lent(batcher, _ => batcher.Join(), _ => { }, null);
        },
        ["signal"] = simulation =>
        {
            var signal = new Signal(simulation, "s");
            async Process Shout()
            {
                for (var time = 0; time < 5; time++)
                {
                    await simulation.Delay(new SimTime(20));
                    signal.Send();
                }
            }

            simulation.Spawn(Shout());
            return Lent(signal, _ => signal.Wait(), _ => { }, null);
        },
        ["relay"] = simulation =>
        {
            var plan = new RelayPlan(2, new ChunkedFile(new DataSize(16), 2), BitPerNanosecond);
            var tree = new RelayTree(simulation, "s", 12, plan);
            tree.Start();
            return Worked(tree, (_, number) => tree.Receive(number), null);
        },
        ["center"] = simulation =>
        {
            var options = new ServiceCenterOptions { Servers = 2, Order = ServiceOrder.PreemptivePriority };
            var center = new ServiceCenter(simulation, "s", options);
            return Worked(center, (one, _) => center.Serve(new SimTime(one.Holds), one.Wants), () => center.BusyTime);
        },
        ["small center"] = simulation =>
        {
            var options = new ServiceCenterOptions { Room = 1, Order = ServiceOrder.LastComeFirstServed };
            var center = new ServiceCenter(simulation, "s", options);
            async Process Visit(Customer one, int number)
            {
                try
                {
                    _ = await center.TryServe(new SimTime(one.Holds), one.Wants);
                }
                catch (InterruptedException)
                {
                    return;
                }
            }

            return new ObservedKind(center, Visit, DoesTheWork: true, () => center.BusyTime);
        },
        ["link"] = simulation =>
        {
            var link = new Link(simulation, "s", BitPerNanosecond);
            return Worked(link, (one, _) => link.Transfer(new DataSize(one.Holds)), () => link.FlowTime);
        },
        ["tree of links"] = simulation =>
        {
            var tree = new LinkTree(simulation, "s", BitPerNanosecond);
            tree.AddBranch(new DataRate(SimTime.NanosecondsPerSecond / 3));
            tree.AddBranch();
            return Worked(tree, (one, _) => tree.Transfer(one.Wants % 2, new DataSize(one.Holds)), null);
        },
        ["network"] = simulation =>
        {
            var network = new Network(simulation, "s");
            network.AddLink(BitPerNanosecond);
            network.AddLink(BitPerNanosecond);
            network.AddRoute([0]);
            network.AddRoute([0, 1], weight: 2);
            return Worked(network, (one, _) => network.Transfer(one.Wants % 2, new DataSize(one.Holds)), null);
        },
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static ObservedKind Make(string kind, Simulation simulation) => Kinds[kind](simulation);

    private static ObservedKind Lent(
        Resource resource,
        Func<Customer, Wait> ask,
        Action<Customer> giveBack,
        Func<Int128>? heldTime
    )
    {
        async Process Visit(Customer customer, int number)
        {
            var isGiven = false;
            try
            {
                await ask(customer);
                isGiven = true;
                await resource.Simulation.Delay(new SimTime(customer.Holds));
                giveBack(customer);
            }
            catch (InterruptedException) when (isGiven)
            {
                giveBack(customer);
            }
            catch (InterruptedException)
            {
                return;
            }
        }

        return new ObservedKind(resource, Visit, HeldTime: heldTime);
    }

    private static ObservedKind Decided(
        Resource resource,
        Func<Customer, DecisionWait> ask,
        Action giveBack,
        Func<Int128>? heldTime
    )
    {
        async Process Visit(Customer customer, int number)
        {
            var isGiven = false;
            try
            {
                isGiven = await ask(customer);
                await resource.Simulation.Delay(new SimTime(isGiven ? customer.Holds : 0));
            }
            catch (InterruptedException)
            {
                // what was given is given back below
            }

            if (isGiven)
            {
                giveBack();
            }
        }

        return new ObservedKind(resource, Visit, HeldTime: heldTime);
    }

    private static ObservedKind Worked(Resource resource, Func<Customer, int, Wait> ask, Func<Int128>? heldTime)
    {
        async Process Visit(Customer customer, int number)
        {
            try
            {
                await ask(customer, number);
            }
            catch (InterruptedException)
            {
                return;
            }
        }

        return new ObservedKind(resource, Visit, DoesTheWork: true, heldTime);
    }
}
