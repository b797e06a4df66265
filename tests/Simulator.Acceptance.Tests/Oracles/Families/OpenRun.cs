using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Gathering;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Poisson arrivals, one row each, at something that they leave again; all draws are made before the run.</summary>
internal sealed class OpenRun : CustomerTable
{
    private const uint GapStep = 1;
    private const uint SizeStep = 2;
    private const int Arrival = 0;
    private const int Departure = 1;

    private readonly Simulation _simulation = new();
    private readonly double[] _gaps;
    private readonly long[] _arrivedAt;
    private readonly int _warmUp;
    private Action<int> _enter = _ => { };
    private double _saturatedAbove = double.PositiveInfinity;
    private long _observedFrom;
    private long _observedTo;
    private long _changedAt;
    private long _number;
    private Int128 _numberTime;
    private long _saturatedTime;
    private Int128 _stay;
    private int _served;
    private int _rejected;
    private long _departedAt = -1;
    private int _batches;

    private OpenRun(OracleRow row, ulong replication, int customers, int warmUp)
    {
        _simulation.Attach(this);
        _gaps = Replicated.Draws(replication, customers, Exponential.FromRate(row["lam"]), GapStep);
        _arrivedAt = new long[customers];
        _warmUp = warmUp;
    }

    private bool IsObserved => _simulation.Now.Nanoseconds > _observedFrom && _observedFrom > 0 && _observedTo == 0;

    public static OpenRun Of(OracleRow row, ulong replication, int customers, int warmUp)
    {
        var run = new OpenRun(row, replication, customers, warmUp);
        var simulation = run._simulation;
        if (row.Has("C_MBps"))
        {
            run.EnterLink(row, replication);
        }
        else if (row.Has("B"))
        {
            var patience = SimTime.FromSeconds(row["W"]);
            var batcher = new Batcher(simulation, "batch", (int)row.Count("B"), patience);
            run._enter = customer => batcher.Join((ulong)customer, customer, Departure);
        }
        else
        {
            var whenEmpty = row.Asks("rejection") ? WhenEmpty.Reject : WhenEmpty.Wait;
            var bucket = new TokenBucket(simulation, "api", Models.PerSecond(row["r"]), row.Count("b"), whenEmpty);
            run._enter = customer => bucket.Request((ulong)customer, customer, Departure);
        }

        return run;
    }

    public FlowStatistics Run()
    {
        ScheduleArrival(0);
        _simulation.Run();
        var observed = _observedTo - _observedFrom;
        return new FlowStatistics
        {
            Customers = _served + _rejected,
            MeanStay = (double)_stay / SimTime.NanosecondsPerSecond / Math.Max(1, _served),
            MeanNumber = (double)_numberTime / observed,
            ShareSaturated = (double)_saturatedTime / observed,
            ShareRejected = (double)_rejected / (_served + _rejected),
            MeanBatch = (double)_served / Math.Max(1, _batches),
        };
    }

    protected override void Wake(int customer, int tag)
    {
        if (tag == Departure)
        {
            Depart(customer);
            return;
        }

        Observe(+1);
        var now = _simulation.Now.Nanoseconds;
        _arrivedAt[customer] = now;
        if (customer == _warmUp)
        {
            _observedFrom = now;
        }

        _enter(customer);
        if (customer + 1 < _gaps.Length)
        {
            ScheduleArrival(customer + 1);
        }
        else
        {
            _observedTo = now;
        }
    }

    protected override void Granted(int customer, int tag) => Depart(customer);

    protected override void Rejected(int customer, int tag)
    {
        Observe(-1);
        _rejected += customer >= _warmUp ? 1 : 0;
    }

    private void EnterLink(OracleRow row, ulong replication)
    {
        var (capacity, cap) = (row["C_MBps"], row.Optional("cap_MBps"));
        var link = new Link(_simulation, "link", Rate(capacity), cap is { } limit ? Rate(limit) : null);
        var sizes = Replicated.Draws(replication, _gaps.Length, SizeLaw(row), SizeStep);
        _saturatedAbove = capacity / cap ?? double.PositiveInfinity;
        _enter = customer =>
            link.Transfer((ulong)customer, customer, Departure, new DataSize((long)Math.Round(sizes[customer] * 8e6)));
    }

    private static Distribution SizeLaw(OracleRow row)
    {
        var mean = row["mean_size_MB"];
        var cv = row.Optional("cv") ?? 1;
        return row.Text("dist") switch
        {
            "exponential" => new Exponential(mean),
            "deterministic" or "const" or "constant" => new Constant(mean),
            "lognormal" => LognormalOf(mean, Elementary.Log1p(cv * cv)),
            "gamma" => new Gamma(1 / (cv * cv), mean * cv * cv),
            var other => throw row.Unknown(other),
        };
    }

    private static Lognormal LognormalOf(double mean, double variance) =>
        new(Elementary.Log(mean) - (variance / 2), Math.Sqrt(variance));

    private static DataRate Rate(double megabytesPerSecond) => new((long)Math.Round(megabytesPerSecond * 8e6));

    private void ScheduleArrival(int customer) =>
        _simulation.Schedule(
            _simulation.Now + SimTime.FromSeconds(_gaps[customer]),
            (ulong)customer,
            customer,
            Arrival
        );

    private void Depart(int customer)
    {
        Observe(-1);
        if (customer < _warmUp)
        {
            return;
        }

        var now = _simulation.Now.Nanoseconds;
        _served++;
        _stay += now - _arrivedAt[customer];
        _batches += now == _departedAt ? 0 : 1;
        _departedAt = now;
    }

    /// <summary>The number present was constant since the last change.</summary>
    private void Observe(int change)
    {
        var now = _simulation.Now.Nanoseconds;
        if (IsObserved)
        {
            var span = now - Math.Max(_changedAt, _observedFrom);
            _numberTime += (Int128)_number * span;
            _saturatedTime += _number > _saturatedAbove ? span : 0;
        }

        _changedAt = now;
        _number += change;
    }
}
