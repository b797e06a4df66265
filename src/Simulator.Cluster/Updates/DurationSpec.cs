using Simulator.Kernel.Random;

namespace Simulator.Cluster.Updates;

/// <summary>How long work takes, in seconds.</summary>
public abstract record DurationSpec
{
    /// <summary>A draw of its own for every node and attempt, by inverse transform.</summary>
    /// <param name="Law">The distribution in seconds, on [0, 100 years].</param>
    public sealed record Drawn(Distribution Law) : DurationSpec;

    /// <summary>Node i takes value i mod n of a list: a trace, or a case with a known answer.</summary>
    /// <param name="Seconds">At least one value, each in [0, 100 years].</param>
    public sealed record Listed(IReadOnlyList<double> Seconds) : DurationSpec;
}
