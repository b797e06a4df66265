using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>Means, variances and expected maxima against formulas and independent integrals.</summary>
public sealed class MomentTests
{
    private static IEnumerable<Distribution> ContinuousLaws() => Laws.Continuous();

    // E[max of n], by tanh-sinh quadrature in thirty digits or in closed form
    private static IEnumerable<TestCaseData> Maxima() =>
        [
            new(new Exponential(100), 1_000, 748.547086055),
            new(new Exponential(100), 1_000_000, 1439.272672287),
            new(new Weibull(0.7, 60), 10, 293.1520108392),
            new(new Weibull(0.7, 60), 10_000, 1569.020356876),
            new(new Lognormal(4, 0.5), 10, 123.25460505),
            new(new Lognormal(4, 0.5), 10_000, 379.1411133637),
            new(new Lognormal(4, 1), 1_000_000, 7305.160486481),
            new(new Gamma(2.5, 20), 1_000, 218.1762202177),
            new(new Gamma(4, 10), 1_000, 137.6972432937),
            new(new Pareto(30, 2.5), 1_000, 708.1481670687),
        ];

    [TestCaseSource(nameof(Maxima))]
    public void The_expected_maximum_follows_from_the_survival_function(Distribution law, int n, double expected)
    {
        // E[max] = integral of 1 - F^n; x = e^t makes the trapezoidal rule converge fast.
        var sum = 0.0;
        const double Step = 1.0 / 512;
        for (var t = -20.0; t < 60; t += Step)
        {
            var x = Elementary.Exp(t);
            sum += x * -Elementary.Expm1(n * Elementary.Log1p(-law.Survival(x)));
        }

        // A mass of 1 below the least value of a Pareto law makes a kink, of order Step^2.
        var tolerance = law is Pareto ? 1e-5 : 1e-9;
        Assert.That(sum * Step, Is.EqualTo(expected).Within(tolerance * expected));
    }

    [TestCaseSource(nameof(ContinuousLaws))]
    public void Mean_and_variance_are_the_integrals_of_the_quantile(Distribution law)
    {
        var mean = Integral(law.Quantile);
        var variance = Integral(u => (law.Quantile(u) - mean) * (law.Quantile(u) - mean));

        Assert.That(law.Mean, Is.EqualTo(mean).Within(1e-4).Percent);
        Assert.That(law.Variance, Is.EqualTo(variance).Within(1e-2).Percent);
    }

    [Test]
    public void Moments_of_discrete_laws_are_sums()
    {
        var straggler = new Mixture((new Constant(60), 0.999), (new Constant(900), 0.001));
        var sample = new Empirical([1, 2, 3, 6]);

        // 0.999*60 + 0.001*900; 0.999*0.001*840^2
        Assert.That(straggler.Mean, Is.EqualTo(60.84).Within(1e-12));
        Assert.That(straggler.Variance, Is.EqualTo(704.8944).Within(1e-9));
        Assert.That(sample.Mean, Is.EqualTo(3));
        Assert.That(sample.Variance, Is.EqualTo(3.5)); // (4 + 1 + 0 + 9)/4
    }

    [Test]
    public void Heavy_tails_have_infinite_moments()
    {
        var mixed = new Mixture((new Constant(1), 1), (new Pareto(1, 1.5), 1));

        Assert.That(new Pareto(1, 1).Mean, Is.EqualTo(double.PositiveInfinity));
        Assert.That(new Pareto(1, 1.5).Mean, Is.EqualTo(3));
        Assert.That(new Pareto(1, 2).Variance, Is.EqualTo(double.PositiveInfinity));
        Assert.That(mixed.Variance, Is.EqualTo(double.PositiveInfinity));
        Assert.That(new Mixture((new Pareto(1, 1), 1)).Variance, Is.EqualTo(double.PositiveInfinity));
        Assert.That(new Shifted(3, new Pareto(1, 0.5)).Mean, Is.EqualTo(double.PositiveInfinity));
    }

    /// <summary>Integral over (0, 1) with u = Φ(z), which makes the trapezoidal rule converge fast.</summary>
    private static double Integral(Func<double, double> function)
    {
        const double Step = 1.0 / 128;
        const double RootTwoPi = 2.5066282746310002;
        var sum = 0.0;
        for (var z = -8.0; z <= 8; z += Step)
        {
            sum += function(Elementary.NormalCdf(z)) * Elementary.Exp(-0.5 * z * z);
        }

        return sum * Step / RootTwoPi;
    }
}
