using BenchmarkDotNet.Attributes;
using Simulator.Kernel;
using Simulator.Kernel.Calendar;
using Simulator.Kernel.Processes;

namespace Simulator.Benchmarks;

/// <summary>The cost of one wait in time when many customers wait at once: processes against a loop written by hand.</summary>
/// <remarks>Every customer sleeps pseudo-exponential gaps again and again; both sides draw them in the same way.</remarks>
[MemoryDiagnoser]
public class HoldBenchmarks
{
    private const int Steps = 4_000_000;

    private readonly EventCalendar _calendar = new();
    private readonly Simulation _simulation = new();
    private GapSource[] _gaps = [];
    private long _now;

    /// <summary>Customers that wait at the same time.</summary>
    [Params(1_000, 100_000, 1_000_000)]
    public int Customers { get; set; }

    [GlobalSetup(Target = nameof(BareLoop))]
    public void BeginLoop()
    {
        _gaps = [.. Enumerable.Range(0, Customers).Select(customer => new GapSource((ulong)customer))];
        for (var customer = 0; customer < Customers; customer++)
        {
            _calendar.Push(new CalendarEntry(_gaps[customer].Next(), (ulong)customer, customer, 0));
        }

        BareLoop();
    }

    /// <summary>The limit for one event at a time: the same ladder queue, an array of generator states, a loop.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public long BareLoop()
    {
        var until = _now + Span;
        while (_calendar.TryPeekTime(out _now) && _now <= until)
        {
            var entry = _calendar.Take();
            _calendar.Push(entry with { Time = _now + _gaps[entry.Customer].Next() });
        }

        return _now = until;
    }

    [GlobalSetup(Target = nameof(Processes))]
    public void BeginProcesses()
    {
        async Process Hold(GapSource gaps)
        {
            while (true)
            {
                await _simulation.Delay(new SimTime(gaps.Next()));
            }
        }

        for (var customer = 0; customer < Customers; customer++)
        {
            _simulation.Spawn(Hold(new GapSource((ulong)customer)));
        }

        _simulation.InstantLimit = Customers;
        Processes();
    }

    /// <summary>The same as <c>async</c> processes, one a customer.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public long Processes()
    {
        _simulation.Run(_simulation.Now + new SimTime(Span));
        return _simulation.EventCount;
    }

    /// <summary>At a mean gap of 1 s, all customers together take this time for the steps.</summary>
    private long Span => Steps / Customers * SimTime.NanosecondsPerSecond;
}
