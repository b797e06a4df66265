using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Tokens that go round through stages for ever: rows of the kernel's table before its stations and links.</summary>
internal sealed class ClosedNetwork : CustomerTable
{
    /// <summary>A link at which a nanosecond of work is one bit.</summary>
    private static readonly DataRate OneBitANanosecond = new(SimTime.NanosecondsPerSecond);

    private readonly Simulation _simulation = new();
    private readonly QueuePlan _plan;
    private readonly Station?[] _stations;
    private readonly Link?[] _links;
    private readonly BulkDraws[][] _draws;
    private readonly int[][] _drawn;
    private readonly int[] _kinds;
    private readonly int[] _stages;
    private readonly SimTime[] _cameAt;
    private readonly SimTime[] _firstStageEndedAt;
    private readonly long[] _cycles;
    private SimTime _observedFrom;
    private SimTime _observedUntil;
    private SimTime _waited;
    private SimTime _responded;

    public ClosedNetwork(IReadOnlyList<ClosedStage> stages, IReadOnlyList<int> populations, QueuePlan plan)
    {
        _plan = plan;
        _stations =
        [
            .. stages.Select(
                (one, index) => one.Servers is { } servers ? new Station(_simulation, $"stage-{index}", servers) : null
            ),
        ];
        _links =
        [
            .. stages.Select(
                (one, index) => one.IsShared ? new Link(_simulation, $"stage-{index}", OneBitANanosecond) : null
            ),
        ];
        var stream = StreamKey.Derive(Models.Seed, plan.Replication);
        _draws =
        [
            .. stages.Select(
                (stage, index) =>
                    stage
                        .Laws.Select(
                            (law, kind) => new BulkDraws(law, stream, (uint)((index * populations.Count) + kind))
                        )
                        .ToArray()
            ),
        ];
        _drawn = [.. stages.Select(stage => new int[stage.Laws.Count])];
        _kinds = [.. populations.SelectMany((count, kind) => Enumerable.Repeat(kind, count))];
        _stages = new int[_kinds.Length];
        _cameAt = new SimTime[_kinds.Length];
        _firstStageEndedAt = new SimTime[_kinds.Length];
        _cycles = new long[populations.Count];
        _simulation.Attach(this);
    }

    /// <summary>Cycles made, warm-up included.</summary>
    public int Completed { get; private set; }

    /// <summary>Seconds that a cycle spends waiting in queues.</summary>
    public double MeanWait => _waited.Seconds / ObservedCycles;

    /// <summary>Seconds that a cycle takes without its first stage.</summary>
    public double MeanResponse => _responded.Seconds / ObservedCycles;

    private long ObservedCycles => _plan.Customers - _plan.WarmUp;

    /// <summary>Cycles a second of one kind, or of all.</summary>
    public double Throughput(int? kind = null) =>
        (kind is { } one ? _cycles[one] : _cycles.Sum()) / (_observedUntil - _observedFrom).Seconds;

    public void Run()
    {
        for (var token = 0; token < _kinds.Length; token++)
        {
            Come(token);
        }

        _simulation.Run();
    }

    protected override void Wake(int customer, int tag)
    {
        var stage = _stages[customer];
        _stations[stage]?.Release();
        if (stage == 0)
        {
            _firstStageEndedAt[customer] = _simulation.Now;
        }

        if (stage == _stations.Length - 1)
        {
            CloseCycle(customer);
        }

        _stages[customer] = (stage + 1) % _stations.Length;
        if (Completed < _plan.Customers)
        {
            Come(customer);
        }
    }

    protected override void Granted(int customer, int tag)
    {
        if (Completed >= _plan.WarmUp)
        {
            _waited += _simulation.Now - _cameAt[customer];
        }

        _simulation.Schedule(_simulation.Now + NextTime(customer), (ulong)customer, customer, 0);
    }

    protected override void Rejected(int customer, int tag) => throw new NotSupportedException("Nobody rejects here.");

    private void Come(int token)
    {
        var stage = _stages[token];
        _cameAt[token] = _simulation.Now;
        if (_stations[stage] is { } station)
        {
            station.Request((ulong)token, token, 0);
        }
        else if (_links[stage] is { } link)
        {
            link.Transfer((ulong)token, token, 0, new DataSize(NextTime(token).Nanoseconds));
        }
        else
        {
            _simulation.Schedule(_simulation.Now + NextTime(token), (ulong)token, token, 0);
        }
    }

    private SimTime NextTime(int token)
    {
        var (stage, kind) = (_stages[token], _kinds[token]);
        return _draws[stage][kind][_drawn[stage][kind]++];
    }

    private void CloseCycle(int token)
    {
        if (Completed >= _plan.WarmUp && Completed < _plan.Customers)
        {
            _cycles[_kinds[token]]++;
            _responded += _simulation.Now - _firstStageEndedAt[token];
            _observedUntil = _simulation.Now;
        }

        if (++Completed == _plan.WarmUp)
        {
            _observedFrom = _simulation.Now;
        }
    }
}
