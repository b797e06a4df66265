using System.Diagnostics;

namespace Simulator.Benchmarks.Paired;

/// <summary>One execution of a contender, the mean of its repeats.</summary>
/// <param name="Seconds">Processor time of the whole process, collector and all, or time by the clock.</param>
/// <param name="AllocatedBytes">Bytes allocated meanwhile by all threads.</param>
internal readonly record struct Measurement(double Seconds, long AllocatedBytes)
{
    public static Measurement Of(Contender contender, int repeats, bool countsWallTime)
    {
        var run = contender.Prepare();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var busy = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < repeats; done++)
        {
            run();
        }

        var seconds = countsWallTime ? clock.Elapsed : Environment.CpuUsage.TotalTime - busy;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Measurement(seconds.TotalSeconds / repeats, bytes / repeats);
    }
}
