using MathNet.Numerics;
using Simulator.Analysis.OrderStatistics;

namespace Simulator.Analysis.Tests.OrderStatistics;

/// <summary>Survival functions of the textbook's laws, written down for the tests; the product has its own.</summary>
internal static class TextbookLaws
{
    public static Law Exponential(double rate) => new() { Survival = x => Math.Exp(-rate * x) };

    public static Law Uniform(double from, double to) =>
        new()
        {
            Survival = x => (to - x) / (to - from),
            Lower = from,
            Upper = to,
        };

    public static Law Weibull(double shape, double scale) =>
        new() { Survival = x => Math.Exp(-Math.Pow(x / scale, shape)) };

    public static Law Lognormal(double mu, double sigma) =>
        new() { Survival = x => x <= 0 ? 1 : SpecialFunctions.Erfc((Math.Log(x) - mu) / (sigma * Math.Sqrt(2))) / 2 };

    public static Law Gamma(double shape, double scale) =>
        new() { Survival = x => x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(shape, x / scale) };

    public static Law Pareto(double alpha, double least) =>
        new() { Survival = x => Math.Pow(least / x, alpha), Lower = least };

    public static Law Straggler(double slowShare, double fast, double slow) =>
        Law.Discrete([new Atom(fast, 1 - slowShare), new Atom(slow, slowShare)]);

    public static Law Named(string name, double[] numbers) =>
        name switch
        {
            "exponential" => Exponential(numbers[0]),
            "uniform" => Uniform(numbers[0], numbers[1]),
            "weibull" => Weibull(numbers[0], numbers[1]),
            "lognormal" => Lognormal(numbers[0], numbers[1]),
            "gamma" => Gamma(numbers[0], numbers[1]),
            "pareto" => Pareto(numbers[0], numbers[1]),
            "straggler" => Straggler(numbers[0], numbers[1], numbers[2]),
            "const" => Law.Constant(numbers[0]),
            _ => throw new ArgumentException($"No law is called {name}.", nameof(name)),
        };
}
