using Simulator.Analysis.Estimates;
using Simulator.Experiments.Running;

namespace Simulator.Experiments.Attribution;

/// <summary>T with only some factors in force, by set of factors; each set is run once and remembered. Not thread-safe.</summary>
/// <param name="factors">The factors.</param>
/// <param name="runs">The replications.</param>
internal sealed class Coalitions(FactorSet factors, Replications runs)
{
    private readonly Dictionary<ulong, double[]> _known = [];

    /// <summary>All factors in force.</summary>
    public ulong All => factors.All;

    /// <summary>Sets that have been run.</summary>
    public int Count => _known.Count;

    /// <summary>T of each replication, in seconds.</summary>
    public double[] this[ulong inForce]
    {
        get
        {
            Run([inForce]);
            return _known[inForce];
        }
    }

    /// <summary>Runs those of some sets that are not known yet, all at once.</summary>
    public void Run(IEnumerable<ulong> sets)
    {
        var missing = sets.Where(set => !_known.ContainsKey(set)).Distinct().ToList();
        var makespans = runs.Makespans([.. missing.Select(factors.Plan)]);
        foreach (var (set, times) in missing.Zip(makespans))
        {
            _known.Add(set, times);
        }
    }

    /// <summary>Mean T of a set.</summary>
    public double Mean(ulong inForce) => this[inForce].Average();

    /// <summary>T of one set minus T of another, replication by replication.</summary>
    public Estimate Difference(ulong slower, ulong faster, double confidence)
    {
        var (above, below) = (this[slower], this[faster]);
        return Estimate.FromReplications([.. above.Zip(below, (one, other) => one - other)], confidence);
    }
}
