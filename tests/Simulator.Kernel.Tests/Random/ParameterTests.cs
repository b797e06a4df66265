using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>Parameters that no law has are refused with the value that was given.</summary>
public sealed class ParameterTests
{
    private static IEnumerable<TestCaseData> Refused() =>
        [
            Case(() => new Constant(double.NaN), "NaN"),
            Case(() => new Uniform(5, 5), "5"),
            Case(() => new Uniform(double.NegativeInfinity, 5), "Infinity"),
            Case(() => new Uniform(-1.5e308, 1.5e308), "Infinity"),
            Case(() => new Exponential(0), "0"),
            Case(() => Exponential.FromRate(-2.5), "-2.5"),
            Case(() => new Lognormal(double.PositiveInfinity, 1), "Infinity"),
            Case(() => new Lognormal(0, -1), "-1"),
            Case(() => Lognormal.FromMedianAndQuantile(90, 0.95, 60), "60"),
            Case(() => Lognormal.FromMedianAndQuantile(90, 0.5, 90), "90"),
            Case(() => Lognormal.FromMedianAndQuantile(90, 1, 120), "1"),
            Case(() => new Gamma(0, 1), "0"),
            Case(() => new Gamma(1e9, 1), "1000000000"),
            Case(() => new Gamma(1, double.NaN), "NaN"),
            Case(() => new Weibull(-3, 1), "-3"),
            Case(() => new Weibull(1, 0), "0"),
            Case(() => new Triangular(1, 0.5, 2), "0.5"),
            Case(() => new Triangular(3, 3, 3), "3"),
            Case(() => new Pert(1, 7, 2), "7"),
            Case(() => new Pert(1, 1.5, 2, 0), "0"),
            Case(() => new Pareto(-30, 2), "-30"),
            Case(() => new Pareto(30, 0), "0"),
            Case(() => new Shifted(double.NaN, new Constant(1)), "NaN"),
            Case(() => new Shifted(1, null!), "inner"),
            Case(() => new Empirical([]), "0"),
            Case(() => new Empirical([1, double.NaN]), "NaN"),
            Case(() => new Mixture(), "0"),
            Case(() => new Mixture((new Constant(1), 0)), "0"),
            Case(() => new Mixture((null!, 1)), "component"),
            Case(() => new Exponential(1).Scaled(-1), "-1"),
            Case(() => new Constant(1).Scaled(0), "0"),
            Case(() => new Exponential(1e300).Scaled(1e300), "Infinity"),
        ];

    [TestCaseSource(nameof(Refused))]
    public void A_parameter_out_of_range_is_refused_with_its_value(Func<object> make, string value)
    {
        var refusal = Assert.Catch<ArgumentException>(() => make());

        Assert.That(refusal!.Message, Does.Contain(value));
    }

    [Test]
    public void The_message_names_the_parameter_and_says_what_is_allowed()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Weibull(-3, 1));

        Assert.That(refusal!.Message, Does.StartWith("shape is -3; it must be finite and positive."));
    }

    private static TestCaseData Case(Func<object> make, string value) => new(make, value);
}
