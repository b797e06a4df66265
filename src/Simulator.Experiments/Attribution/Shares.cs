using Simulator.Analysis.Attribution;
using Simulator.Analysis.Estimates;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Attribution;

/// <summary>
/// Shapley shares of factors, or of groups of them, in T(N) - T_inf(N): from all coalitions of up to six players, above
/// from orders of joining that are drawn in pairs, one the other's reverse.
/// </summary>
internal sealed class Shares
{
    /// <summary>The most players whose coalitions are all run.</summary>
    public const int MostExact = 6;

    /// <summary>Pairs of orders that are drawn where there are more players.</summary>
    public const int Pairs = 16;

    private const uint OrderStep = 0x7368_6170; // "shap"

    private readonly Coalitions _coalitions;
    private readonly IReadOnlyList<ulong> _players;
    private readonly double _confidence;

    /// <summary>Takes the players.</summary>
    /// <param name="coalitions">T by set of factors.</param>
    /// <param name="players">The factors of each player; together all, none twice.</param>
    /// <param name="confidence">Level of the intervals.</param>
    public Shares(Coalitions coalitions, IReadOnlyList<ulong> players, double confidence) =>
        (_coalitions, _players, _confidence) = (coalitions, players, confidence);

    /// <summary>Whether the shares come from all coalitions.</summary>
    public bool IsExact => _players.Count <= MostExact;

    /// <summary>The share of each player with its interval over replications, and the standard error of sampling.</summary>
    public IReadOnlyList<(Estimate Share, double SamplingError)> Of() => IsExact ? Exact() : Sampled();

    private List<(Estimate Share, double SamplingError)> Exact()
    {
        var sets = Enumerable.Range(0, 1 << _players.Count).Select(set => FactorsIn((ulong)set)).ToList();
        _coalitions.Run(sets);
        var times = sets.Select(set => _coalitions[set]).ToList();
        var shares = Enumerable
            .Range(0, times[0].Length)
            .Select(replication => ShapleyValues.Exact([.. times.Select(own => own[replication])]))
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, _players.Count)
                .Select(player =>
                    (Estimate.FromReplications([.. shares.Select(own => own[player])], _confidence), 0.0)
                ),
        ];
    }

    private List<(Estimate Share, double SamplingError)> Sampled()
    {
        var orders = Enumerable
            .Range(0, Pairs)
            .Select(Order)
            .SelectMany(order => (int[][])[order, [.. order.Reverse()]]);
        var all = orders.ToList();
        _coalitions.Run(all.SelectMany(Prefixes));
        var replications = _coalitions[0].Length;
        var added = all.Select(order =>
                Enumerable
                    .Range(0, replications)
                    .Select(own => ShapleyValues.Along(order, set => _coalitions[FactorsIn(set)][own]))
                    .ToList()
            )
            .ToList();
        var results = new List<(Estimate, double)>();
        for (var player = 0; player < _players.Count; player++)
        {
            var byReplication = Enumerable
                .Range(0, replications)
                .Select(own => added.Average(order => order[own][player]));
            var byPair = added.Chunk(2).Select(pair => pair.Average(order => order.Average(own => own[player])));
            var error = Estimate.FromReplications([.. byPair]).StandardError ?? 0;
            results.Add((Estimate.FromReplications([.. byReplication], _confidence), error));
        }

        return results;
    }

    private IEnumerable<ulong> Prefixes(int[] order)
    {
        var set = 0UL;
        yield return set;
        foreach (var player in order)
        {
            set |= _players[player];
            yield return set;
        }
    }

    private ulong FactorsIn(ulong players) =>
        _players.Where((_, player) => FactorSet.IsIn(players, player)).Aggregate(0UL, (set, own) => set | own);

    /// <summary>A random order, each as likely: exchanges by draws that are keyed by pair and place.</summary>
    private int[] Order(int pair)
    {
        var stream = StreamKey.Derive(0, (ulong)pair);
        var order = Enumerable.Range(0, _players.Count).ToArray();
        for (var place = order.Length - 1; place > 0; place--)
        {
            var other = (int)(stream.Uniform((uint)place, OrderStep, 1, 0) * (place + 1));
            (order[place], order[other]) = (order[other], order[place]);
        }

        return order;
    }
}
