using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>How durations vary.</summary>
internal static class LawLanguage
{
    /// <summary>A duration that is drawn: constant, or one of the laws.</summary>
    public static readonly EitherShape Law = new("a duration, or one law")
    {
        Scalar = LawShapes.AnyDuration,
        Map = new MapShape("a law", () => Laws) { Definition = "law", OneOf = [.. Laws.Select(law => law.Key)] },
    };

    /// <summary>A duration as a step has it: drawn, or listed node by node.</summary>
    public static readonly EitherShape Takes = new("a duration, or one law")
    {
        Scalar = LawShapes.AnyDuration,
        Map = new MapShape("a law", () => [.. Laws, Listed])
        {
            Definition = "takes",
            OneOf = [.. Laws.Select(law => law.Key), Listed.Key],
        },
    };

    /// <summary>The keys p75 to p99.</summary>
    public static IEnumerable<string> Percentiles => Enumerable.Range(75, 25).Select(percent => $"p{percent}");

    private static IReadOnlyList<Field> Laws =>
        [
            new("lognormal", LawShapes.Lognormal, "Lognormal: by median and one percentile, or by mu, sigma and unit.")
            {
                Example = "{ median: 11 min 35 s, p90: 14 min }",
            },
            new("uniform", LawShapes.Uniform, "Uniform between two ends."),
            new("exponential", LawShapes.Exponential, "Exponential."),
            new("gamma", LawShapes.Gamma, "Gamma: by mean and cv, or by shape and scale.")
            {
                Example = "{ mean: 20 min, cv: 0.3 }",
            },
            new("weibull", LawShapes.ShapeAndScale, "Weibull: 1 - exp(-(t/scale)^shape) lies below t."),
            new("triangular", LawShapes.Triple, "Triangular."),
            new("pert", LawShapes.Triple, "PERT: a beta law by an expert's least, likely and greatest value."),
            new("pareto", LawShapes.ShapeAndScale, "Pareto: (scale/t)^shape lies above t; scale is the least value."),
            new("mixture", LawShapes.Mixture, "One of several laws, drawn by share.")
            {
                Example = "[{ share: 97 %, takes: 5 min }, { share: 3 %, takes: 1 h }]",
            },
            new("empirical", LawShapes.Empirical, "A measured sample: each value equally likely, no interpolation."),
            new("shifted", LawShapes.Shifted, "Another law plus a constant."),
        ];

    private static Field Listed =>
        new(
            "listed",
            new ListShape("a list of durations", LawShapes.AnyDuration) { Least = 1 },
            "Node i takes value i mod n of the list: a trace, nothing random."
        )
        {
            Example = "[4 min, 5 min, 6 min]",
        };
}
