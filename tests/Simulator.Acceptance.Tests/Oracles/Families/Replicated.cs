using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Independent replications of a model of the kernel, on two threads, in the order of their numbers.</summary>
internal static class Replicated
{
    private const int Threads = 2;
    private const uint Step = 1;

    /// <summary>What replications [from, to) say.</summary>
    public static T[] Values<T>(int from, int to, Func<ulong, T> simulate)
    {
        var values = new T[to - from];
        Parallel.For(
            0,
            values.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Threads },
            index => values[index] = simulate((ulong)(from + index))
        );
        return values;
    }

    /// <summary>A draw for each node, all at once.</summary>
    public static double[] Draws(ulong replication, int nodes, Distribution law, uint step = Step)
    {
        var draws = new double[nodes];
        StreamKey.Derive(Models.Seed, replication).Uniforms(0, step, 1, 0, draws);
        law.Quantiles(draws, draws);
        return draws;
    }
}
