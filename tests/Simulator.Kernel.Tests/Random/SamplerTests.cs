using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>Keyed draws follow their laws; a true law fails one of these tests once in a million seeds.</summary>
public sealed class SamplerTests
{
    private const int Draws = 100_000;

    // Kolmogorov: P(sqrt(n) D > c) = 2 exp(-2 c^2) = 1e-6
    private const double CriticalDistance = 2.694;

    private static IEnumerable<Distribution> ContinuousLaws() => Laws.Continuous();

    [TestCaseSource(nameof(ContinuousLaws))]
    public void Draws_keep_the_distance_of_Kolmogorov_and_Smirnov(Distribution law)
    {
        var x = new double[Draws];
        StreamKey.Derive(42, 0).Uniforms(0, Fnv1a.Hash32("install"), 1, 0, x);
        law.Quantiles(x, x);
        Array.Sort(x);

        var distance = x.Select((value, i) => (law.Cdf(value), (double)i))
            .Max(pair => Math.Max(pair.Item1 - (pair.Item2 / Draws), ((pair.Item2 + 1) / Draws) - pair.Item1));

        Assert.That(distance * Math.Sqrt(Draws), Is.LessThan(CriticalDistance));
    }

    [Test]
    public void Draws_of_a_mixture_fall_into_its_quantile_classes_equally_often()
    {
        var law = new Mixture((new Exponential(3), 1), (new Uniform(0, 1), 2), (new Shifted(5, new Pareto(1, 3)), 1));
        var counts = new int[20];
        var key = StreamKey.Derive(42, 1);

        for (uint node = 0; node < Draws; node++)
        {
            counts[(int)(20 * Math.Min(law.Cdf(law.Quantile(key.Uniform(node, 7, 1, 0))), 0.999999))]++;
        }

        // Chi-square with 19 degrees of freedom exceeds 66 with probability 4e-7.
        var chiSquare = counts.Sum(count => (count - (Draws / 20.0)) * (count - (Draws / 20.0)) / (Draws / 20.0));
        Assert.That(chiSquare, Is.LessThan(66));
    }

    [TestCase(0, TestName = "Neighbouring_nodes_are_uncorrelated")]
    [TestCase(1, TestName = "Neighbouring_steps_are_uncorrelated")]
    [TestCase(2, TestName = "Neighbouring_attempts_are_uncorrelated")]
    [TestCase(3, TestName = "Neighbouring_draws_are_uncorrelated")]
    [TestCase(4, TestName = "Neighbouring_replications_are_uncorrelated")]
    [TestCase(5, TestName = "Neighbouring_seeds_are_uncorrelated")]
    [TestCase(6, TestName = "The_two_numbers_of_a_pair_are_uncorrelated")]
    public void Neighbours_are_uncorrelated(int field)
    {
        var sum = 0.0;
        for (uint i = 0; i < Draws; i++)
        {
            var (first, second) = Neighbours(field, i);
            sum += (first - 0.5) * (second - 0.5);
        }

        // Each term has variance 1/144; 4.9 standard deviations are exceeded once in a million.
        Assert.That(Math.Abs(sum), Is.LessThan(4.9 * Math.Sqrt(Draws) / 12));
    }

    private static (double First, double Second) Neighbours(int field, uint i)
    {
        var key = StreamKey.Derive(1, 2);
        var first = key.Uniform(2 * i, 3, 4, 5);
        return field switch
        {
            0 => (first, key.Uniform((2 * i) + 1, 3, 4, 5)),
            1 => (first, key.Uniform(2 * i, 4, 4, 5)),
            2 => (first, key.Uniform(2 * i, 3, 5, 5)),
            3 => (first, key.Uniform(2 * i, 3, 4, 6)),
            4 => (first, StreamKey.Derive(1, 3).Uniform(2 * i, 3, 4, 5)),
            5 => (first, StreamKey.Derive(2, 2).Uniform(2 * i, 3, 4, 5)),
            _ => key.UniformPair(2 * i, 3, 4, 5),
        };
    }
}
