namespace Simulator.Analysis.OrderStatistics;

/// <summary>Makespans of rollouts in which nothing is shared: what barriers, waves and racks alone cost.</summary>
/// <remarks>All durations are independent. Stateless.</remarks>
public static class UncontendedMakespan
{
    /// <summary>All nodes at once, no barrier: T = max over N nodes of the sum of its steps.</summary>
    /// <param name="steps">Laws of the steps of one node, shape [m], m ≥ 1.</param>
    /// <param name="nodes">N ≥ 1.</param>
    /// <returns>Mean and standard deviation of T.</returns>
    /// <exception cref="ArgumentException">No step, or no node.</exception>
    public static MakespanMoments Parallel(IReadOnlyList<Law> steps, long nodes) =>
        MakespanMoments.Of(Law.Sum(steps).MaximumOf(nodes));

    /// <summary>A barrier of all nodes after every step: T = Σ over steps of the max over N nodes.</summary>
    /// <param name="steps">Laws of the steps, shape [m], m ≥ 1.</param>
    /// <param name="nodes">N ≥ 1.</param>
    /// <returns>Mean and standard deviation of T: E[T] = Σ E[max], var T = Σ var max.</returns>
    /// <exception cref="ArgumentException">No step, or no node.</exception>
    public static MakespanMoments Barriers(IReadOnlyList<Law> steps, long nodes)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return InTurn(steps.Select(step => step.MaximumOf(nodes)));
    }

    /// <summary>Waves one after the other with a bake between two: T = Σ over waves of max over its nodes + (waves − 1) bake.</summary>
    /// <param name="node">The law of one node's whole update.</param>
    /// <param name="sizes">Nodes of each wave in turn, shape [waves], each ≥ 1.</param>
    /// <param name="bake">Wait after each wave but the last, ≥ 0, in the unit of the law.</param>
    /// <returns>Mean and standard deviation of T.</returns>
    /// <exception cref="ArgumentException">No wave, or an empty one.</exception>
    public static MakespanMoments Waves(Law node, IReadOnlyList<long> sizes, double bake)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(sizes);
        var bySize = sizes.Distinct().ToDictionary(size => size, size => MakespanMoments.Of(node.MaximumOf(size)));
        var waves = sizes.Select(size => bySize[size]).Aggregate(default(MakespanMoments?), Add);
        return Require(waves).Then(new MakespanMoments(bake * (sizes.Count - 1), 0));
    }

    /// <summary>One rack with a barrier of its nodes after each step: T_rack = Σ over steps of (max over M nodes + rack step).</summary>
    /// <param name="nodeSteps">Laws of the steps that each node of the rack does, shape [m], m ≥ 1.</param>
    /// <param name="nodes">M ≥ 1 nodes in the rack.</param>
    /// <param name="rackSteps">Laws of further steps that the rack does once, after its nodes; may be empty.</param>
    /// <returns>The law of one rack.</returns>
    /// <exception cref="ArgumentException">No step, or no node.</exception>
    public static Law Rack(IReadOnlyList<Law> nodeSteps, long nodes, IReadOnlyList<Law> rackSteps)
    {
        ArgumentNullException.ThrowIfNull(nodeSteps);
        ArgumentNullException.ThrowIfNull(rackSteps);
        var largest = nodeSteps.Distinct().ToDictionary(step => step, step => step.MaximumOf(nodes));
        return Law.Sum([.. nodeSteps.Select(step => largest[step]), .. rackSteps]);
    }

    /// <summary>Racks side by side: T = max over R racks.</summary>
    /// <param name="rack">The law of one rack.</param>
    /// <param name="racks">R ≥ 1.</param>
    /// <returns>Mean and standard deviation of T.</returns>
    /// <exception cref="ArgumentException">No rack.</exception>
    public static MakespanMoments RacksInParallel(Law rack, long racks)
    {
        ArgumentNullException.ThrowIfNull(rack);
        return MakespanMoments.Of(rack.MaximumOf(racks));
    }

    /// <summary>Racks one after the other, each with a barrier after every step: E[T] = R Σ E[max], var T = R Σ var max.</summary>
    /// <param name="nodeSteps">Laws of the steps that each node of a rack does, shape [m], m ≥ 1.</param>
    /// <param name="nodesPerRack">M ≥ 1.</param>
    /// <param name="racks">R ≥ 1.</param>
    /// <returns>Mean and standard deviation of T.</returns>
    /// <exception cref="ArgumentException">No step, no node or no rack.</exception>
    public static MakespanMoments RacksInTurn(IReadOnlyList<Law> nodeSteps, long nodesPerRack, long racks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(racks, 1);
        var one = Barriers(nodeSteps, nodesPerRack);
        return new MakespanMoments(one.Mean * racks, one.StandardDeviation * Math.Sqrt(racks));
    }

    private static MakespanMoments InTurn(IEnumerable<Law> laws) =>
        Require(laws.Select(MakespanMoments.Of).Aggregate(default(MakespanMoments?), Add));

    private static MakespanMoments? Add(MakespanMoments? sum, MakespanMoments next) => sum?.Then(next) ?? next;

    private static MakespanMoments Require(MakespanMoments? moments) =>
        moments ?? throw new ArgumentException("A makespan needs at least one step or wave.", nameof(moments));
}
