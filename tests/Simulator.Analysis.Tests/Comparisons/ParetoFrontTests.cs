using CsCheck;
using Simulator.Analysis.Comparisons;

namespace Simulator.Analysis.Tests.Comparisons;

/// <summary>Who is on the front: by hand, and by its definition.</summary>
public sealed class ParetoFrontTests
{
    [Test]
    public void Points_that_another_beats_are_off_and_equal_ones_on_together()
    {
        double[][] points =
        [
            [1, 5],
            [2, 2],
            [2, 2],
            [3, 2],
            [5, 1],
            [5, 5],
        ];

        Assert.That(ParetoFront.Of(points), Is.EqualTo([true, true, true, false, true, false]));
    }

    [Test]
    public void Whoever_is_off_the_front_is_beaten_by_somebody_on_it() =>
        Gen.Int[0, 5]
            .Select(value => (double)value)
            .Array[3]
            .Array[1, 12]
            .Sample(points =>
            {
                var front = ParetoFront.Of(points);
                var best = points.Where((_, place) => front[place]).ToList();
                return points.Index().All(own => front[own.Index] || best.Exists(other => IsNoWorse(other, own.Item)));
            });

    [Test]
    public void Nobody_makes_an_empty_front() => Assert.That(ParetoFront.Of([]), Is.Empty);

    [Test]
    public void A_coordinate_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => ParetoFront.Of([(double[])[1, double.NaN]]));

    private static bool IsNoWorse(double[] one, double[] other) =>
        one.Zip(other).All(pair => pair.First <= pair.Second) && !one.SequenceEqual(other);
}
