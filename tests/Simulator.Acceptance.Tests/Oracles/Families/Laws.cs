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
