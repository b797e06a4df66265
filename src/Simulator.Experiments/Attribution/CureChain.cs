namespace Simulator.Experiments.Attribution;

/// <summary>What is the next bottleneck once the first is cured, and after that one: the greedy order of removal.</summary>
/// <param name="factors">The factors.</param>
/// <param name="coalitions">T by set of factors.</param>
/// <param name="confidence">Level of the intervals.</param>
internal sealed class CureChain(FactorSet factors, Coalitions coalitions, double confidence)
{
    private const double WorthCounting = 0.01;

    /// <summary>
    /// Cures as long as one saves at least 1 % of what is left. Where no factor alone does, two are tried that hide each
    /// other, then all that are left together.
    /// </summary>
    public IReadOnlyList<Cure> Of()
    {
        var cures = new List<Cure>();
        var inForce = coalitions.All;
        while (inForce != 0 && Best(inForce) is var cured and not 0)
        {
            var saves = coalitions.Difference(inForce, inForce & ~cured, confidence);
            inForce &= ~cured;
            cures.Add(new Cure(NamesIn(cured), saves, coalitions.Mean(inForce)));
        }

        return cures;
    }

    /// <summary>The factors whose removal saves most; none where it would not be worth counting.</summary>
    private ulong Best(ulong inForce)
    {
        var single = Singles(inForce).ToList();
        var pairs = from one in single from other in single where one < other select one | other;
        foreach (var candidates in (IEnumerable<ulong>[])[single, pairs, [inForce]])
        {
            var sets = candidates.ToList();
            coalitions.Run(sets.Select(set => inForce & ~set).Append(inForce));
            var best = sets.Count == 0 ? 0 : sets.MinBy(set => coalitions.Mean(inForce & ~set));
            var before = coalitions.Mean(inForce);
            if (best != 0 && before - coalitions.Mean(inForce & ~best) >= WorthCounting * before)
            {
                return best;
            }
        }

        return 0;
    }

    private IEnumerable<ulong> Singles(ulong set) =>
        Enumerable
            .Range(0, factors.Factors.Count)
            .Where(index => FactorSet.IsIn(set, index))
            .Select(index => 1UL << index);

    private List<string> NamesIn(ulong set) =>
        [.. factors.Factors.Where((_, index) => FactorSet.IsIn(set, index)).Select(factor => factor.Name)];
}
