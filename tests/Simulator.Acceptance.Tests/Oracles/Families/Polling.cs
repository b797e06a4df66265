using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Kernel;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Gathering;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Who looks again and again, and who waits for company: processes at resources of the kernel.</summary>
internal static class Polling
{
    public static Answer Lock(OracleRow row)
    {
        var simulation = new Simulation();
        var rules = new PolledLockRules { Period = SimTime.FromSeconds(row["period"]) };
        var polled = new PolledLock(simulation, "lock", rules, StreamKey.Derive(Models.Seed, 0));
        var (arrivals, holds) = (row.Numbers("arrivals"), row.Numbers("holds"));
        var ends = new List<double>();
        for (var customer = 0; customer < arrivals.Count; customer++)
        {
            simulation.Spawn(Hold(arrivals[customer], holds[customer]));
        }

        simulation.Run();
        Assert.That(ends, Has.Count.EqualTo(arrivals.Count));
        return Answer.Of(
            row.Quantity switch
            {
                "makespan" => ends.Max(),
                "sum of completion times" => ends.Sum(),
                "looks in vain" => polled.RefusedCount + polled.ConflictCount,
                var other => throw row.Unknown(other),
            }
        );

        async Process Hold(double arrival, double hold)
        {
            await simulation.Delay(SimTime.FromSeconds(arrival));
            await polled.Acquire();
            var version = polled.Version;
            await simulation.Delay(SimTime.FromSeconds(hold));
            Assert.That(polled.Release(version));
            ends.Add(simulation.Now.Seconds);
        }
    }

    public static Answer Batches(OracleRow row)
    {
        var simulation = new Simulation();
        var batcher = new Batcher(simulation, "batch", (int)row.Count("B"), SimTime.FromSeconds(row["W"]));
        var departures = new List<double>();
        foreach (var arrival in row.Numbers("arrivals"))
        {
            simulation.Spawn(Join(arrival));
        }

        simulation.Run();
        Assert.That(departures, Has.Count.EqualTo(row.List("arrivals").Count));
        return Answer.Of(
            row.Quantity switch
            {
                "sum of departure times" => departures.Sum(),
                "number of batches" => batcher.FullCount + batcher.TimedOutCount,
                var other => throw row.Unknown(other),
            }
        );

        async Process Join(double arrival)
        {
            await simulation.Delay(SimTime.FromSeconds(arrival));
            await batcher.Join();
            departures.Add(simulation.Now.Seconds);
        }
    }

    /// <summary>Polls that a token bucket may drop.</summary>
    public static Answer Load(OracleRow row)
    {
        if (row.Quantity != "total number of 429 responses")
        {
            throw row.Unknown(row.Quantity);
        }

        var simulation = new Simulation();
        var rate = Models.PerSecond(row["r"]);
        var bucket = new TokenBucket(simulation, "api", rate, row.Count("b"), WhenEmpty.Reject);
        var polls = (int)row.Count("polls");
        for (var node = 0; node < row.Nodes; node++)
        {
            simulation.Spawn(Poll(node * row["offset"]));
        }

        simulation.Run();
        Assert.That(bucket.Spent + bucket.RejectedCount, Is.EqualTo((long)polls * row.Nodes));
        return Answer.Of(bucket.RejectedCount);

        async Process Poll(double offset)
        {
            await simulation.Delay(SimTime.FromSeconds(offset));
            for (var poll = 0; poll < polls; poll++)
            {
                await bucket.Take();
                await simulation.Delay(SimTime.FromSeconds(row["period"]));
            }
        }
    }
}
