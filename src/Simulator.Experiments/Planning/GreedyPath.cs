using Simulator.Experiments.Levers;

namespace Simulator.Experiments.Planning;

/// <summary>Which levers are worth raising: always the one next whose lifting saves most, until the goal is reached.</summary>
/// <param name="trials">Runs settings.</param>
/// <param name="levers">The levers that may be raised.</param>
internal sealed class GreedyPath(Trials trials, IReadOnlyList<Lever> levers)
{
    private const double WorthRaising = 0.01;

    /// <summary>The levers in the order in which they are chosen.</summary>
    /// <param name="target">The miss that is to be reached.</param>
    public IReadOnlyList<Lever> To(double target)
    {
        var chosen = new List<Lever>();
        var setting = Setting.AsItIs;
        while (trials.Of(setting).Miss > target && Best(setting, [.. levers.Except(chosen)]) is { Count: > 0 } next)
        {
            chosen.AddRange(next);
            setting = setting.Lifting(next);
        }

        return chosen;
    }

    /// <summary>One lever; two where they hide each other; all the rest where even that shows nothing; none where nothing helps.</summary>
    private IReadOnlyList<Lever> Best(Setting setting, IReadOnlyList<Lever> rest)
    {
        var pairs =
            from one in rest.Index()
            from other in rest.Index()
            where one.Index < other.Index
            select (IReadOnlyList<Lever>)[one.Item, other.Item];
        foreach (
            var candidates in (IEnumerable<IReadOnlyList<Lever>>[])
                [rest.Select(lever => (Lever[])[lever]), pairs, [rest]]
        )
        {
            var sets = candidates.ToList();
            trials.Run(sets.Select(set => setting.Lifting(set)).Append(setting));
            var before = trials.Of(setting).Miss;
            var best = sets.MinBy(set => trials.Of(setting.Lifting(set)).Miss);
            if (best is not null && before - trials.Of(setting.Lifting(best)).Miss >= WorthRaising * before)
            {
                return best;
            }
        }

        return [];
    }
}
