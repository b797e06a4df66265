using Simulator.Benchmarks.Holds;
using Simulator.Kernel;
using Simulator.Kernel.Calendar;
using Simulator.Kernel.Processes;
using Simulator.Kernel.Resources;

namespace Simulator.Benchmarks.Queues;

/// <summary>W2: one server at load 0.9, each customer a process, against a loop written by hand; four events a customer.</summary>
internal static class SingleServer
{
    public const int Customers = 2_000_000;
    private const long Load = 9;
    private const long Whole = 10;

    /// <summary>Arrivals and departures over the same calendar, the line as a number; returns the last instant.</summary>
    public static long BareLoop()
    {
        var (arrivals, services) = (new GapSource(1), new GapSource(2));
        var calendar = new EventCalendar();
        var (arrived, waiting) = (0, 0);
        calendar.Push(new CalendarEntry(arrivals.Next(), 0, 0, 0));
        var last = 0L;
        while (calendar.TryPeekTime(out last))
        {
            var isArrival = calendar.Take().Tag == 0;
            if (isArrival && ++arrived < Customers)
            {
                calendar.Push(new CalendarEntry(last + arrivals.Next(), 0, 0, 0));
            }

            waiting += isArrival ? 1 : -1;
            if (isArrival ? waiting == 1 : waiting > 0)
            {
                calendar.Push(new CalendarEntry(last + Service(ref services), 1, 0, 1));
            }
        }

        return last;
    }

    /// <summary>The same with a process a customer.</summary>
    public static long Processes()
    {
        var simulation = new Simulation();
        var counter = new Station(simulation, "counter", 1);
        var (arrivals, services) = (new GapSource(1), new GapSource(2));
        async Process Customer()
        {
            await counter.Acquire();
            await simulation.Delay(new SimTime(Service(ref services)));
            counter.Release();
        }

        async Process Door()
        {
            for (var customer = 0; customer < Customers; customer++)
            {
                await simulation.Delay(new SimTime(arrivals.Next()));
                _ = simulation.Spawn(Customer());
            }
        }

        simulation.Spawn(Door());
        simulation.Run();
        return simulation.Now.Nanoseconds;
    }

    private static long Service(ref GapSource services) => services.Next() * Load / Whole;
}
