using System.Globalization;
using Simulator.Cluster.Records;

namespace Simulator.Experiments.Evidence;

/// <summary>What was measured of a rollout: a rank among the ends of its nodes, or their mean. Seconds since the start.</summary>
public sealed record Measure
{
    private readonly double _share;

    private Measure(string name, double share) => (Name, _share) = (name, share);

    /// <summary>The end of the last node.</summary>
    public static Measure Makespan { get; } = new("makespan", 1);

    /// <summary>The mean of the ends.</summary>
    public static Measure Mean { get; } = new("mean", double.NaN);

    /// <summary>The n-th end.</summary>
    public static Measure Nth { get; } = new("nth", 0);

    /// <summary>The word of the scenario file.</summary>
    public string Name { get; }

    /// <summary>The measure of a word: makespan, mean, nth, or p and the digits of a share behind the point.</summary>
    /// <exception cref="ArgumentException">Another word.</exception>
    public static Measure Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name switch
        {
            "makespan" => Makespan,
            "mean" => Mean,
            "nth" => Nth,
            _ when name[0] == 'p' => new Measure(name, double.Parse("0." + name[1..], CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"'{name}' is no measure.", nameof(name)),
        };
    }

    /// <summary>Reads it off a run: the ⌈qN⌉-th end, or the mean of all.</summary>
    /// <param name="record">What happened.</param>
    /// <param name="n">The rank, where the n-th end is measured; a whole number from 1 to N.</param>
    /// <returns>Seconds. O(N log N).</returns>
    public double Read(RunRecord record, decimal n)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (this == Makespan)
        {
            return record.Makespan.Seconds;
        }

        var ends = new double[record.Nodes];
        for (var node = 0; node < ends.Length; node++)
        {
            ends[node] = record.EndOf(node).Seconds;
        }

        if (this == Mean)
        {
            return ends.Average();
        }

        Array.Sort(ends);
        var rank = this == Nth ? (int)n : (int)Math.Ceiling(_share * ends.Length);
        return ends[Math.Clamp(rank, 1, ends.Length) - 1];
    }
}
