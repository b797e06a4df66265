using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>The laws that oracle files name.</summary>
internal static class Laws
{
    private static readonly Dictionary<string, string[]> Parameters = new(StringComparer.Ordinal)
    {
        ["exponential"] = ["rate"],
        ["uniform"] = ["a", "b"],
        ["weibull"] = ["shape", "scale"],
        ["lognormal"] = ["mu", "sigma"],
        ["gamma"] = ["shape", "scale"],
        ["pareto"] = ["alpha", "xm"],
        ["straggler"] = ["p_slow", "fast", "slow"],
        ["const"] = ["value"],
    };

    /// <summary>The law of a row whose parameters stand side by side with its name.</summary>
    public static Distribution Of(OracleRow row) =>
        Parameters.TryGetValue(row.Text("dist"), out var names)
            ? Named(row.Text("dist"), [.. names.Select(name => row[name])])
            : throw row.Unknown(row.Text("dist"));

    /// <summary>Whether a row names all parameters of its law.</summary>
    public static bool IsComplete(OracleRow row) =>
        Parameters.TryGetValue(row.Text("dist"), out var names) && Array.TrueForAll(names, row.Has);

    /// <summary>The law of a name and a mean, with the squared coefficient of variation where the name leaves it open.</summary>
    public static Distribution WithMean(string name, double mean, double? scv = null) =>
        (name, scv) switch
        {
            ("exponential", _) => new Exponential(mean),
            ("const" or "constant" or "deterministic", _) or (_, 0) => new Constant(mean),
            ("uniform", null) => new Uniform(0, 2 * mean),
            ("uniform", { } c) => new Uniform(mean * (1 - Math.Sqrt(3 * c)), mean * (1 + Math.Sqrt(3 * c))),
            ("gamma" or "erlang", { } c) => new Gamma(1 / c, mean * c),
            ("lognormal", { } c) => new Lognormal(Math.Log(mean / Math.Sqrt(1 + c)), Math.Sqrt(Math.Log(1 + c))),
            _ => throw new ArgumentException($"No law is called {name} and known by its mean {mean}.", nameof(name)),
        };

    /// <summary>The law of a name and its numbers in order.</summary>
    public static Distribution Named(string name, IReadOnlyList<double> numbers) =>
        name switch
        {
            "exponential" => Exponential.FromRate(numbers[0]),
            "uniform" => new Uniform(numbers[0], numbers[1]),
            "weibull" => new Weibull(numbers[0], numbers[1]),
            "lognormal" => new Lognormal(numbers[0], numbers[1]),
            "gamma" => new Gamma(numbers[0], numbers[1]),
            "pareto" => new Pareto(numbers[1], numbers[0]),
            "straggler" => new Mixture(
                (new Constant(numbers[1]), 1 - numbers[0]),
                (new Constant(numbers[2]), numbers[0])
            ),
            "const" or "constant" => new Constant(numbers[0]),
            _ => throw new ArgumentException($"No law is called {name}.", nameof(name)),
        };
}
