namespace Simulator.Acceptance.Tests.Oracles;

/// <summary>The cores, shared by all rows that are asked at once: never more threads at work than there are cores.</summary>
/// <remarks>Each row may split its work as finely as it likes; while any has some left, no core is idle.</remarks>
internal static class Cores
{
    private static readonly ParallelOptions Options = new()
    {
        TaskScheduler = new ConcurrentExclusiveSchedulerPair(
            TaskScheduler.Default,
            Environment.ProcessorCount
        ).ConcurrentScheduler,
    };

    /// <summary>Does pieces 0 … <paramref name="count"/> − 1, in no order.</summary>
    public static void For(int count, Action<int> piece) => Parallel.For(0, count, Options, piece);

    /// <summary>What each piece gives, in the order of the pieces.</summary>
    public static T[] Select<T>(int count, Func<int, T> piece)
    {
        var results = new T[count];
        For(count, index => results[index] = piece(index));
        return results;
    }
}
