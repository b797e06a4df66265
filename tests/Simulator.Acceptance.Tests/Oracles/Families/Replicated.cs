using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Independent replications of a model of the kernel, in the order of their numbers.</summary>
internal static class Replicated
{
    private const uint Step = 1;

    /// <summary>What replications [from, to) say.</summary>
    public static T[] Values<T>(int from, int to, Func<ulong, T> simulate) =>
        Cores.Select(to - from, index => simulate((ulong)(from + index)));

    /// <summary>A draw for each node, all at once.</summary>
    public static double[] Draws(ulong replication, int nodes, Distribution law, uint step = Step)
    {
        var draws = new double[nodes];
        StreamKey.Derive(Models.Seed, replication).Uniforms(0, step, 1, 0, draws);
        law.Quantiles(draws, draws);
        return draws;
    }
}
