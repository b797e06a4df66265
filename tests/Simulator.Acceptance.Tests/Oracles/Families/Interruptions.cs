using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Kernel;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Nodes as processes that are turned away, lose patience or are interrupted, and try again.</summary>
internal static class Interruptions
{
    private const uint Pause = 1;

    /// <summary>No queue: who finds no slot tries again after a while.</summary>
    public static Answer Retrial(OracleRow row) =>
        Makespan(
            row,
            (simulation, draw) =>
            {
                var options = new ServiceCenterOptions { Servers = row.Count("c"), Room = 0 };
                var slots = new ServiceCenter(simulation, "slots", options);
                return Call;

                async Process Call(int node)
                {
                    for (var attempt = 1u; !await slots.TryServe(draw(node, attempt, 0, row["mu"])); attempt++)
                    {
                        await simulation.Delay(draw(node, attempt, Pause, row["theta"]));
                    }
                }
            }
        );

    /// <summary>Who waits for too long leaves the queue, and comes back to its end after a while.</summary>
    public static Answer TimeOutAndRequeue(OracleRow row) =>
        Makespan(
            row,
            (simulation, draw) =>
            {
                var station = new Station(simulation, "servers", row.Count("c"));
                return Call;

                async Process Call(int node)
                {
                    for (var attempt = 1u; ; attempt++)
                    {
                        var patience = simulation.Delay(draw(node, attempt, 0, row["theta"]));
                        if (await simulation.AnyOf(station.Acquire(), patience) == 0)
                        {
                            break;
                        }

                        await simulation.Delay(draw(node, attempt, Pause, row["gamma"]));
                    }

                    await simulation.Delay(draw(node, 0, 0, row["mu"]));
                    station.Release();
                }
            }
        );

    /// <summary>Interruptions of the work of one node, which starts over, or goes on where it stopped.</summary>
    public static Answer RestartOrResume(OracleRow row)
    {
        var (work, repair) = (SimTime.FromSeconds(row["s"]), SimTime.FromSeconds(row["repair"]));
        return row.Text("mode") switch
        {
            "restart" => Makespan(row, Restart),
            "resume" => Makespan(row, Resume),
            var other => throw row.Unknown(other),
        };

        Func<int, Process> Restart(Simulation simulation, Draw draw)
        {
            var center = new ServiceCenter(simulation, "node");
            return Work;

            async Process Work(int node)
            {
                for (var attempt = 1u; ; attempt++)
                {
                    var interruption = simulation.Delay(draw(node, attempt, 0, row["lam"]));
                    if (await simulation.AnyOf(center.Serve(work), interruption) == 0)
                    {
                        return;
                    }

                    await simulation.Delay(repair);
                }
            }
        }

        Func<int, Process> Resume(Simulation simulation, Draw draw)
        {
            var center = new ServiceCenter(simulation, "node");
            return Work;

            async Process Work(int node)
            {
                var isDone = false;
                _ = simulation.Spawn(Interrupt(() => isDone));
                await center.Serve(work);
                isDone = true;
            }

            async Process Interrupt(Func<bool> isDone)
            {
                for (var attempt = 1u; ; attempt++)
                {
                    await simulation.Delay(draw(0, attempt, 0, row["lam"]));
                    if (isDone())
                    {
                        return;
                    }

                    center.Suspend();
                    await simulation.Delay(repair);
                    center.Resume();
                }
            }
        }
    }

    /// <summary>The mean of the last end of N nodes that all begin at t = 0.</summary>
    private static Answer Makespan(OracleRow row, Func<Simulation, Draw, Func<int, Process>> model)
    {
        var nodes = row.Has("N") ? row.Nodes : 1;
        return row.Asks("E[makespan]") || row.Asks("E[completion time]")
            ? Replications.Mean(
                row,
                replication =>
                {
                    var stream = StreamKey.Derive(Models.Seed, replication);
                    var simulation = new Simulation();
                    var node = model(simulation, Seconds);
                    var last = SimTime.Zero;
                    for (var index = 0; index < nodes; index++)
                    {
                        simulation.Spawn(Live(index));
                    }

                    simulation.Run();
                    return last.Seconds;

                    async Process Live(int index)
                    {
                        await node(index);
                        last = simulation.Now;
                    }

                    SimTime Seconds(int index, uint attempt, uint number, double rate) =>
                        SimTime.FromSeconds(
                            Exponential.FromRate(rate).Quantile(stream.Uniform((uint)index, 1, attempt, number))
                        );
                }
            )
            : throw row.Unknown(row.Quantity);
    }

    /// <summary>An exponential time of a node, its attempt and the number of the draw.</summary>
    private delegate SimTime Draw(int node, uint attempt, uint number, double rate);
}
