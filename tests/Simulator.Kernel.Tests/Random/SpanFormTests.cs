using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>What is computed several at a time has the bits of what is computed one by one.</summary>
public sealed class SpanFormTests
{
    private static IEnumerable<Distribution> EveryLaw() => Laws.All();

    [TestCaseSource(nameof(EveryLaw))]
    public void Quantiles_of_a_span_have_the_bits_of_single_ones(Distribution law)
    {
        var u = Laws.Draws(10_007, 3);
        var x = new double[u.Length];
        var inPlace = (double[])u.Clone();

        law.Quantiles(u, x);
        law.Quantiles(inPlace, inPlace);

        AssertSameBits(x, u, law.Quantile);
        Assert.That(inPlace, Is.EqualTo(x));
    }

    [Test]
    public void Functions_of_a_span_have_the_bits_of_single_ones([Range(0, 21)] int length)
    {
        double[] corners =
        [
            0,
            -1,
            1,
            double.NaN,
            double.PositiveInfinity,
            double.NegativeInfinity,
            1e-310,
            -1e-310,
            1e300,
            0.5,
            -0.5,
            710,
            -746,
            -745.1,
            709.7,
            5e-324,
            0.25,
            1.5,
            -3,
            40,
            0.99999999,
        ];
        var x = corners[..length];
        var results = new double[length];

        Elementary.Log(x, results);
        AssertSameBits(results, x, Elementary.Log);
        Elementary.Log1p(x, results);
        AssertSameBits(results, x, Elementary.Log1p);
        Elementary.Exp(x, results);
        AssertSameBits(results, x, Elementary.Exp);
        Elementary.NormalQuantile(x, results);
        AssertSameBits(results, x, Elementary.NormalQuantile);
    }

    [Test]
    public void Functions_of_many_draws_have_the_bits_of_single_ones()
    {
        var u = Laws.Draws(200_003, 4);
        var wide = Array.ConvertAll(u, value => (value - 0.5) * 1500);
        var results = new double[u.Length];

        Elementary.Log(u, results);
        AssertSameBits(results, u, Elementary.Log);
        Elementary.Log1p(wide, results);
        AssertSameBits(results, wide, Elementary.Log1p);
        Elementary.Exp(wide, results);
        AssertSameBits(results, wide, Elementary.Exp);
        Elementary.NormalQuantile(u, results);
        AssertSameBits(results, u, Elementary.NormalQuantile);
    }

    [TestCaseSource(nameof(EveryLaw))]
    public void Spans_of_different_length_are_refused(Distribution law)
    {
        var refusal = Assert.Throws<ArgumentException>(() => law.Quantiles(new double[3], new double[5]));

        Assert.That(refusal!.Message, Does.Contain("5").And.Contain("3"));
    }

    [Test] // u below 1/4 between two multiples of 2^-53, where u - 1/2 is rounded
    public void A_quantile_of_neighbouring_doubles_has_the_bits_of_single_ones_and_never_falls()
    {
        var arguments = new double[1_000];
        arguments[0] = 0.1;
        for (var i = 1; i < arguments.Length; i++)
        {
            arguments[i] = Math.BitIncrement(arguments[i - 1]);
        }

        var results = new double[arguments.Length];
        Elementary.NormalQuantile(arguments, results);

        AssertSameBits(results, arguments, Elementary.NormalQuantile);
        Assert.That(results, Is.Ordered);
    }

    [TestCase(1e-310, -713.8013788281542)] // -310 ln 10
    [TestCase(double.Epsilon, -744.4400719213812)] // -1074 ln 2
    public void The_smallest_numbers_have_logarithms(double x, double expected)
    {
        var results = new double[4];
        Elementary.Log([x, x, x, x], results);

        Assert.That(results, Has.All.EqualTo(expected).Within(2e-13));
        Assert.That(Elementary.Log(x), Is.EqualTo(results[0]));
    }

    private static void AssertSameBits(double[] results, double[] arguments, Func<double, double> scalar)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var expected = scalar(arguments[i]);
            if (!results[i].Equals(expected) || double.IsNegative(results[i]) != double.IsNegative(expected))
            {
                if (!double.IsNaN(results[i]) || !double.IsNaN(expected)) // the sign of a NaN means nothing
                {
                    Assert.Fail($"f({arguments[i]:R}) is {results[i]:R} in a span, {expected:R} alone.");
                }
            }
        }
    }
}
