using CsCheck;
using Simulator.Kernel.Observation;
using Simulator.Kernel.Processes;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>
/// Every kind of resource under random customers who come, want, hold and are interrupted: what the monitor says obeys
/// Little's law to the nanosecond, and windows merged in any way are the whole.
/// </summary>
public sealed class LittlesLawTests
{
    private const int End = 200;

    private static readonly Gen<Customer> AnyCustomer = Gen.Select(
        Gen.Int[0, 60],
        Gen.Int[0, 12],
        Gen.Int[1, 3],
        Gen.Int[0, 100],
        (at, holds, wants, until) => new Customer(at, holds, wants, at + until)
    );

    [TestCaseSource(typeof(ObservedKinds), nameof(ObservedKinds.Names))] // property
    public void Time_in_line_is_the_sum_of_all_waits(string kind) =>
        Gen.Select(AnyCustomer.Array[1, 12], Gen.Int[1, End - 1].Array[0, 6])
            .Sample((customers, cuts) => Holds(kind, customers, cuts), iter: 300, seed: "0000KOw6nNB2");

    private static bool Holds(string kind, Customer[] customers, int[] cuts)
    {
        var simulation = new Simulation();
        var observed = ObservedKinds.Make(kind, simulation);
        var whole = new ResourceMonitor(observed.Resource);
        var windows = new ResourceMonitor(observed.Resource, [.. cuts.Select(cut => new SimTime(cut))]);
        for (var number = 0; number < customers.Length; number++)
        {
            var visit = simulation.Spawn(Visit(simulation, observed, customers[number], number));
            simulation.Spawn(Interrupt(simulation, visit, customers[number].Until));
        }

        simulation.Run(new SimTime(End + 1000));

        var statistics = whole.Whole;
        var inLine = statistics.Queue.Area + (observed.DoesTheWork ? statistics.Held.Area : 0);
        var ends = observed.DoesTheWork ? statistics.Stays : statistics.Waits;
        return inLine == ends.Sum + statistics.Withdrawals.Sum + statistics.Rejections.Sum
            && statistics.Arrivals == ends.Count + statistics.Withdrawals.Count + statistics.Rejections.Count
            && (whole.Present, observed.Resource.QueueLength, observed.Resource.Held) == (0, 0, 0L)
            && (observed.HeldTime?.Invoke() ?? statistics.Held.Area) == statistics.Held.Area
            && windows.Windows.Count == cuts.Distinct().Count() + 1
            && Content(windows.Whole) == Content(statistics)
            && Content(Backwards(windows)) == Content(statistics);
    }

    private static async Process Visit(Simulation simulation, ObservedKind observed, Customer customer, int number)
    {
        await simulation.Delay(new SimTime(customer.At));
        await observed.Visit(customer, number);
    }

    private static async Process Interrupt(Simulation simulation, Process visit, int until)
    {
        await simulation.Delay(new SimTime(until));
        if (!visit.IsOver)
        {
            visit.Interrupt();
        }
    }

    private static ResourceStatistics Backwards(ResourceMonitor monitor)
    {
        var merged = new ResourceStatistics();
        foreach (var window in monitor.Windows.Reverse())
        {
            merged.Merge(window.Statistics);
        }

        return merged;
    }

    private static string Content(ResourceStatistics one) =>
        string.Join(
            ' ',
            [
                one.Arrivals,
                .. new[] { one.Queue, one.Held }.SelectMany(level =>
                    new object[] { level.Span, level.Area, level.BusySpan, level.Maximum }
                ),
                .. new[] { one.Waits, one.Stays, one.Withdrawals, one.Rejections }.SelectMany(times =>
                    new object?[] { times.Count, times.Sum, times.Variance, times.Quantile(0.5), times.Quantile(1) }
                ),
            ]
        );
}
