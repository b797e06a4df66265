using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Kernel;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>A few jobs of known length, each a process of its own.</summary>
internal static class JobShops
{
    /// <summary>Jobs with priorities before one station.</summary>
    public static Answer Priorities(OracleRow row)
    {
        var simulation = new Simulation();
        var station = new Station(simulation, "servers", row.Count("c"));
        var jobs = row.List("jobs");
        var ends = new SimTime[jobs.Count];
        for (var index = 0; index < jobs.Count; index++)
        {
            var (at, service) = (jobs[index][0].GetDouble(), jobs[index][1].GetDouble());
            simulation.Spawn(Work(index, SimTime.FromSeconds(at), SimTime.FromSeconds(service)));
        }

        simulation.Run();
        return AnswerFrom(row, ends);

        async Process Work(int index, SimTime arrival, SimTime service)
        {
            await simulation.Delay(arrival);
            await station.Acquire(jobs[index][2].GetInt32());
            await simulation.Delay(service);
            station.Release();
            ends[index] = simulation.Now;
        }
    }

    /// <summary>List scheduling: tasks wait for others, then for the first free server in the order of the list.</summary>
    public static Answer ListScheduling(OracleRow row)
    {
        var simulation = new Simulation();
        var station = new Station(simulation, "servers", row.Count("m"));
        var durations = row.Numbers("durations");
        var edges = row.List("prec").Select(edge => (Before: edge[0].GetInt32(), After: edge[1].GetInt32())).ToList();
        var ends = new SimTime[durations.Count];
        var tasks = new Process[durations.Count];
        for (var index = 0; index < tasks.Length; index++)
        {
            tasks[index] = simulation.Spawn(Work(index));
        }

        simulation.Run();
        return AnswerFrom(row, ends);

        async Process Work(int index)
        {
            await simulation.AllOf(edges.Where(edge => edge.After == index).Select(edge => tasks[edge.Before]));
            await station.Acquire(priority: index);
            await simulation.Delay(SimTime.FromSeconds(durations[index]));
            station.Release();
            ends[index] = simulation.Now;
        }
    }

    /// <summary>Jobs that are all there at t = 0, at a center whose speed depends on how many are left.</summary>
    public static Answer LoadDependent(OracleRow row)
    {
        var options = new ServiceCenterOptions
        {
            Servers = row.Has("c") ? row.Count("c") : long.MaxValue,
            Speed = row.Has("speeds")
                ? new SpeedTable(row.Numbers("speeds"))
                : new ScalableSpeed(row["sigma"], row["kappa"]),
        };
        return row.Has("work")
            ? AnswerFrom(row, Serve(options, row.Nodes, new Constant(row["work"]), 0))
            : MeanMakespan(row, options);
    }

    /// <summary>Jobs that are all there at t = 0, at a center that keeps opening hours.</summary>
    public static Answer OpenInWindows(OracleRow row)
    {
        var windows = row.List("windows").Select(one => (At(one[0].GetDouble()), At(one[1].GetDouble()))).ToList();
        var hours = new OpeningHours(At(row["period"]), windows);
        var options = new ServiceCenterOptions { Servers = row.Count("c"), Hours = hours };
        return row.Has("work")
            ? AnswerFrom(row, Serve(options, row.Nodes, new Constant(row["work"]), 0))
            : MeanMakespan(row, options);

        static SimTime At(double seconds) => SimTime.FromSeconds(seconds);
    }

    private static Exponential Exp(OracleRow row) => Exponential.FromRate(row["mu"]);

    private static Answer MeanMakespan(OracleRow row, ServiceCenterOptions options) =>
        row.Asks("E[makespan]")
            ? Replications.Mean(row, replication => Serve(options, row.Nodes, Exp(row), replication).Max().Seconds)
            : throw row.Unknown(row.Quantity);

    private static SimTime[] Serve(ServiceCenterOptions options, int nodes, Distribution law, ulong replication)
    {
        var stream = StreamKey.Derive(Models.Seed, replication);
        var simulation = new Simulation();
        var center = new ServiceCenter(simulation, "center", options);
        var ends = new SimTime[nodes];
        for (var node = 0; node < nodes; node++)
        {
            simulation.Spawn(Work(node));
        }

        simulation.Run();
        Assert.That((center.Held, center.QueueLength), Is.EqualTo((0, 0)), "all jobs are done");
        return ends;

        async Process Work(int node)
        {
            await center.Serve(SimTime.FromSeconds(law.Quantile(stream.Uniform((uint)node, 1, 1, 0))));
            ends[node] = simulation.Now;
        }
    }

    private static Answer AnswerFrom(OracleRow row, SimTime[] ends) =>
        row.Quantity switch
        {
            "makespan" => Answer.Of(ends.Max().Seconds),
            "sum of completion times" => Answer.Of(ends.Sum(end => end.Seconds)),
            "completion times in job index order" => Answer.Of([.. ends.Select(end => end.Seconds)]),
            var other => throw row.Unknown(other),
        };
}
