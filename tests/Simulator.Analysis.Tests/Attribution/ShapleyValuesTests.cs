using CsCheck;
using Simulator.Analysis.Attribution;

namespace Simulator.Analysis.Tests.Attribution;

/// <summary>Textbook games and the axioms that single the shares out.</summary>
public sealed class ShapleyValuesTests
{
    private const int Players = 4;

    private static readonly Gen<double[]> Games = Gen.Double[-100, 100].Array[1 << Players];

    [Test]
    public void One_left_glove_is_worth_more_than_either_of_two_right_ones()
    {
        // player 0 holds the left glove; a pair is worth 1
        var shares = ShapleyValues.Exact([0, 0, 0, 1, 0, 1, 0, 1]);

        Assert.That(shares, Is.EqualTo([2 / 3.0, 1 / 6.0, 1 / 6.0]).Within(1e-12));
    }

    [Test]
    public void A_runway_is_paid_by_those_who_need_its_length()
    {
        // the runway is as long as the largest aeroplane needs, 1, 2 or 3; each stretch is shared by those that use it
        double[] needs = [1, 2, 3];
        var costs = Enumerable
            .Range(0, 8)
            .Select(set => needs.Where((_, player) => (set >> player & 1) != 0).DefaultIfEmpty(0).Max());

        var shares = ShapleyValues.Exact([.. costs]);

        Assert.That(shares, Is.EqualTo([1 / 3.0, 1 / 3.0 + 1 / 2.0, 1 / 3.0 + 1 / 2.0 + 1]).Within(1e-12));
    }

    [Test]
    public void Nobody_shares_nothing() => Assert.That(ShapleyValues.Exact([7]), Is.Empty);

    [Test]
    public void Shares_add_up_to_what_all_together_change() =>
        Games.Sample(game => Math.Abs(ShapleyValues.Exact(game).Sum() - (game[^1] - game[0])) < 1e-9);

    [Test]
    public void Equals_get_equal_shares() =>
        Games.Sample(game =>
        {
            var symmetric = game.Select((_, set) => game[Math.Min(set, Exchanged(set))]).ToArray();
            var shares = ShapleyValues.Exact(symmetric);
            return Math.Abs(shares[0] - shares[1]) < 1e-9;
        });

    [Test]
    public void Who_adds_the_same_to_everybody_gets_just_that() =>
        Games.Sample(game =>
        {
            var dull = game.Select((_, set) => game[set & ~4] + ((set & 4) != 0 ? 5 : 0)).ToArray();
            return Math.Abs(ShapleyValues.Exact(dull)[2] - 5) < 1e-9;
        });

    [Test]
    public void Shares_of_a_sum_are_sums_of_shares() =>
        Gen.Select(Games, Games)
            .Sample(
                (one, other) =>
                {
                    var both = ShapleyValues.Exact([.. one.Zip(other, (left, right) => left + right)]);
                    var parts = ShapleyValues.Exact(one).Zip(ShapleyValues.Exact(other), (left, right) => left + right);
                    return both.Zip(parts).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
                }
            );

    [Test]
    public void The_mean_over_all_orders_of_joining_is_the_share() =>
        Games.Sample(game =>
        {
            var added = Orders([0, 1, 2, 3]).Select(order => ShapleyValues.Along(order, set => game[set])).ToList();
            var exact = ShapleyValues.Exact(game);
            return Enumerable
                .Range(0, Players)
                .All(player => Math.Abs(added.Average(own => own[player]) - exact[player]) < 1e-9);
        });

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(6)]
    public void A_number_of_values_that_are_not_all_coalitions_is_refused(int count) =>
        Assert.That(() => ShapleyValues.Exact(new double[count]), Throws.ArgumentException);

    private static int Exchanged(int set) => (set & ~3) | ((set & 1) << 1) | (set >> 1 & 1);

    private static IEnumerable<int[]> Orders(int[] players) =>
        players.Length == 0
            ?
            [
                [],
            ]
            : players.SelectMany(first =>
                Orders([.. players.Where(other => other != first)]).Select(rest => (int[])[first, .. rest])
            );
}
