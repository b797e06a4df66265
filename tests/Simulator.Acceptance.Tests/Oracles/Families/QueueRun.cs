using Simulator.Kernel;
using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>One replication of Poisson arrivals at c exponential servers, started empty; every customer is a process.</summary>
internal sealed class QueueRun
{
    private const uint Step = 1;
    private readonly Simulation _simulation = new();
    private readonly Station _station;
    private readonly StreamKey _stream;
    private readonly Exponential _gap;
    private readonly Exponential _service;
    private readonly int _warmUp;
    private TimeWeighted _queue = new();
    private int _queued;

    public QueueRun(OracleRow row, ulong replication, int customers, int warmUp)
    {
        _station = new Station(_simulation, "servers", row.Has("c") ? row.Count("c") : 1);
        _stream = StreamKey.Derive(Models.Seed, replication);
        _gap = Exponential.FromRate(row["lam"]);
        _service = Exponential.FromRate(row["mu"]);
        _warmUp = warmUp;
        Waits = new double[customers - warmUp];
        Stays = new double[customers - warmUp];
        _simulation.Spawn(Source(customers));
        _simulation.Run();
    }

    /// <summary>Times in the queue, in the order of arrival, without the warm-up.</summary>
    public double[] Waits { get; }

    /// <summary>Times in queue and service, in the order of arrival, without the warm-up.</summary>
    public double[] Stays { get; }

    /// <summary>Time average of the queue between the first and the last arrival counted.</summary>
    public double QueueLength { get; private set; }

    private async Process Source(int customers)
    {
        for (var index = 0; index < customers; index++)
        {
            var (gap, service) = _stream.UniformPair((uint)index, Step, 1, 0);
            if (index > 0)
            {
                await _simulation.Delay(SimTime.FromSeconds(_gap.Quantile(gap)));
            }

            if (index == _warmUp)
            {
                _queue = new TimeWeighted(_simulation.Now, _queued);
            }

            _ = _simulation.Spawn(Customer(index, SimTime.FromSeconds(_service.Quantile(service))));
        }

        QueueLength = _queue.MeanUntil(_simulation.Now);
    }

    private async Process Customer(int index, SimTime service)
    {
        var arrivedAt = _simulation.Now;
        _queue.Set(arrivedAt, ++_queued);
        await _station.Acquire();
        var startedAt = _simulation.Now;
        _queue.Set(startedAt, --_queued);
        await _simulation.Delay(service);
        _station.Release();
        if (index >= _warmUp)
        {
            Waits[index - _warmUp] = (startedAt - arrivedAt).Seconds;
            Stays[index - _warmUp] = (_simulation.Now - arrivedAt).Seconds;
        }
    }
}
