using System.Globalization;
using CsCheck;
using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>Accuracy, order and limits of the elementary functions.</summary>
public sealed class ElementaryTests
{
    private static readonly Dictionary<string, (Func<double, double> Function, double Ulps)> Functions = new(
        StringComparer.Ordinal
    )
    {
        ["log"] = (Elementary.Log, 1),
        ["log1p"] = (Elementary.Log1p, 1),
        ["exp"] = (Elementary.Exp, 1),
        ["expm1"] = (Elementary.Expm1, 2),
        ["normal-quantile"] = (Elementary.NormalQuantile, 2),
        ["normal-cdf"] = (Elementary.NormalCdf, 6),
        ["log-gamma"] = (Elementary.LogGamma, 8),
        ["gamma"] = (Elementary.Gamma, 900), // 2e-13 beyond 30
    };

    private static IEnumerable<string> FunctionNames => Functions.Keys;

    [TestCaseSource(nameof(FunctionNames))]
    public void A_function_is_within_its_ulps_of_fifty_digit_references(string name)
    {
        var (function, ulps) = Functions[name];
        foreach (
            var row in ReferenceTable
                .Rows("elementary_reference.csv")
                .Where(row => string.Equals(row[0], name, StringComparison.Ordinal))
        )
        {
            var numbers = row.Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            var ulp = Math.BitIncrement(Math.Abs(numbers[1])) - Math.Abs(numbers[1]);

            var error = Math.Abs((function(numbers[0]) - numbers[1] - numbers[2]) / ulp);

            Assert.That(error, Is.LessThanOrEqualTo(ulps), $"{name}({row[1]})");
        }
    }

    [TestCase("log", 1e-300, 1e300)]
    [TestCase("log", 0.5, 2)]
    [TestCase("log1p", -0.999999, 3)]
    [TestCase("exp", -700, 700)]
    [TestCase("exp", -1, 1)]
    [TestCase("expm1", -2, 2)]
    [TestCase("normal-quantile", 1e-300, 0.08)]
    [TestCase("normal-quantile", 0.07, 0.25)]
    [TestCase("normal-quantile", 0.25, 0.999999)]
    public void A_function_never_falls_from_one_double_to_the_next(string name, double least, double greatest)
    {
        var function = Functions[name].Function;
        foreach (var share in Laws.Draws(2_000, 2))
        {
            var x =
                least > 0 && greatest > 1e6 * least
                    ? least * Elementary.Pow(greatest / least, share)
                    : least + (share * (greatest - least));
            var previous = function(x);
            for (var i = 0; i < 200; i++)
            {
                x = Math.BitIncrement(x);
                var next = function(x);
                if (next < previous)
                {
                    Assert.Fail($"{name} falls at {x:R}.");
                }

                previous = next;
            }
        }
    }

    [Test]
    public void The_normal_quantile_never_falls_across_the_borders_of_its_ranges()
    {
        double[] borders = [0.075, 0.25, 0.5, 0.75, 0.925, 2.1e-16];

        foreach (var border in borders)
        {
            var u = border - (1000 * (Math.BitIncrement(border) - border));
            var previous = Elementary.NormalQuantile(u);
            for (var i = 0; i < 3000; i++)
            {
                u = Math.BitIncrement(u);
                var next = Elementary.NormalQuantile(u);
                Assert.That(next, Is.GreaterThanOrEqualTo(previous), $"{u:R}");
                previous = next;
            }
        }
    }

    [Test]
    public void The_normal_quantile_is_antisymmetric()
    {
        foreach (var u in Laws.Draws(2_000, 1).Skip(10))
        {
            Assert.That(Elementary.NormalQuantile(1 - u), Is.EqualTo(-Elementary.NormalQuantile(u)));
        }
    }

    [Test]
    public void Exponential_and_logarithm_undo_each_other()
    {
        Gen.Double[-700, 700].Sample(x => Math.Abs(Elementary.Log(Elementary.Exp(x)) - x) <= 1e-15 * (1 + Math.Abs(x)));
    }

    [Test]
    public void A_power_is_exact_where_doubles_can_hold_it()
    {
        Assert.That(Elementary.Pow(3, 30), Is.EqualTo(205891132094649.0));
        Assert.That(Elementary.Pow(2, -1074), Is.EqualTo(double.Epsilon));
        Assert.That(Elementary.Pow(10, 15), Is.EqualTo(1e15));
        Assert.That(Elementary.Pow(0.25, 0.5), Is.EqualTo(0.5));
        Assert.That(Elementary.Pow(0, 2), Is.Zero);
        Assert.That(Elementary.Pow(0, 0), Is.EqualTo(1));
        Assert.That(Elementary.Pow(0, -1), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Elementary.Pow(2, 2000), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Elementary.Pow(2, -2000), Is.Zero);
        Assert.That(Elementary.Pow(-1, 0.5), Is.NaN);
    }

    [Test]
    public void Limits_are_those_of_the_functions()
    {
        Assert.That(Elementary.Log(0), Is.EqualTo(double.NegativeInfinity));
        Assert.That(Elementary.Log(-1), Is.NaN);
        Assert.That(Elementary.Log(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Elementary.Log1p(-1), Is.EqualTo(double.NegativeInfinity));
        Assert.That(Elementary.Exp(710), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Elementary.Exp(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Elementary.Exp(double.NegativeInfinity), Is.Zero);
        Assert.That(Elementary.Exp(double.NaN), Is.NaN);
        Assert.That(Elementary.NormalQuantile(0), Is.EqualTo(double.NegativeInfinity));
        Assert.That(Elementary.NormalQuantile(1), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Elementary.NormalQuantile(1.5), Is.NaN);
        Assert.That(Elementary.NormalCdf(double.NegativeInfinity), Is.Zero);
        Assert.That(Elementary.NormalSurvival(-50), Is.EqualTo(1));
        Assert.That(Elementary.LogGamma(-1), Is.NaN);
        Assert.That(Elementary.Gamma(172), Is.EqualTo(double.PositiveInfinity));
    }
}
