using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>How durations vary.</summary>
internal static class LawLanguage
{
    private static readonly DurationShape Positive = new(1);
    private static readonly DurationShape AnyDuration = new(0);
    private static readonly RealShape Parameter = new(0, 1_000_000, isOpen: true);
    private static readonly WordShape TimeUnit = new("s", "ms", "min", "h", "d");

    private static readonly MapShape Lognormal = new(
        "a lognormal law",
        () =>
            [
                new("median", Positive, "Half of the values lie below."),
                .. Percentiles()
                    .Select(key => new Field(
                        key,
                        Positive,
                        "One of these beside the median: the share that lies below."
                    )),
                new("mu", new RealShape(-1_000, 1_000, isOpen: false), "Mean of the logarithm of the value in 'unit'."),
                new("sigma", Parameter, "Standard deviation of the logarithm."),
                new("unit", TimeUnit, "The unit of the value whose logarithm has mean 'mu'."),
            ]
    );

    private static readonly MapShape Triple = new(
        "a law by its ends and its mode",
        () =>
            [
                new("min", AnyDuration, "The least value.") { IsRequired = true, Example = "5 min" },
                new("mode", AnyDuration, "The most likely value.") { IsRequired = true, Example = "8 min" },
                new("max", Positive, "The greatest value.") { IsRequired = true },
            ]
    );

    private static readonly MapShape ShapeAndScale = new("a law by shape and scale", () => [ShapeKey(), ScaleKey()]);

    private static readonly MapShape Empirical = new(
        "a column of a CSV file",
        () =>
            [
                new("file", DataFile(), "The file, seen from the folder of the scenario.") { IsRequired = true },
                new(
                    "column",
                    new ReferenceShape("the name of a column", "seconds"),
                    "The column; may be left out where there is one only."
                ),
                new("unit", TimeUnit, "The unit of the numbers in the column.") { Default = "s" },
            ]
    );

    private static readonly ListShape Mixture = new(
        "a list of shares with laws",
        new MapShape(
            "a part of a mixture",
            () =>
                [
                    new(
                        "share",
                        new ShareShape(isOpen: true),
                        "How often this part is drawn; the shares add up to 100 %."
                    )
                    {
                        IsRequired = true,
                    },
                    new("takes", Law!, "The law of this part.") { IsRequired = true },
                ]
        )
    )
    {
        Least = 2,
    };

    private static readonly MapShape Shifted = new(
        "a law with a shift",
        () =>
            [
                new("by", AnyDuration, "What is added to every value.") { IsRequired = true, Example = "5 min" },
                new("takes", Law!, "The law that is shifted.")
                {
                    IsRequired = true,
                    Example = "{ exponential: { mean: 1 min } }",
                },
            ]
    );

    /// <summary>A duration that is drawn: constant, or one of the laws.</summary>
    public static readonly EitherShape Law = new("a duration, or one law")
    {
        Scalar = AnyDuration,
        Map = new MapShape("a law", Laws) { Definition = "law", OneOf = [.. Laws().Select(field => field.Key)] },
    };

    /// <summary>A duration as a step has it: drawn, or listed node by node.</summary>
    public static readonly EitherShape Takes = new("a duration, or one law")
    {
        Scalar = AnyDuration,
        Map = new MapShape("a law", () => [.. Laws(), Listed()])
        {
            Definition = "takes",
            OneOf = [.. Laws().Select(field => field.Key), "listed"],
        },
    };

    /// <summary>The keys p75 to p99.</summary>
    public static IEnumerable<string> Percentiles() => Enumerable.Range(75, 25).Select(percent => $"p{percent}");

    private static IReadOnlyList<Field> Laws() =>
        [
            new("lognormal", Lognormal, "Lognormal: by median and one percentile, or by mu, sigma and unit.")
            {
                Example = "{ median: 11 min 35 s, p90: 14 min }",
            },
            new("uniform", Ends(), "Uniform between two ends."),
            new("exponential", new MapShape("an exponential law", () => [Mean()]), "Exponential."),
            new("gamma", Gamma(), "Gamma: by mean and cv, or by shape and scale.")
            {
                Example = "{ mean: 20 min, cv: 0.3 }",
            },
            new("weibull", ShapeAndScale, "Weibull: 1 - exp(-(t/scale)^shape)."),
            new("triangular", Triple, "Triangular."),
            new("pert", Triple, "PERT: a beta law by an expert's least, likely and greatest value."),
            new("pareto", ShapeAndScale, "Pareto: (scale/t)^shape lies above t; scale is the least value."),
            new("mixture", Mixture, "One of several laws, drawn by share.")
            {
                Example = "[{ share: 97 %, takes: 5 min }, { share: 3 %, takes: 1 h }]",
            },
            new("empirical", EmpiricalWays(), "A measured sample: each value equally likely, no interpolation."),
            new("shifted", Shifted, "Another law plus a constant."),
        ];

    private static Field Listed() =>
        new(
            "listed",
            new ListShape("a list of durations", AnyDuration) { Least = 1 },
            "Node i takes value i mod n of the list: a trace, nothing random."
        )
        {
            Example = "[4 min, 5 min, 6 min]",
        };

    private static EitherShape EmpiricalWays() =>
        new("a CSV file, or a map with its column") { Scalar = DataFile(), Map = Empirical };

    private static ReferenceShape DataFile() => new("the path of a CSV file", "data/reboots.csv");

    private static MapShape Gamma() =>
        new(
            "a gamma law",
            () =>
                [
                    Mean() with
                    {
                        IsRequired = false,
                    },
                    new("cv", Parameter, "Standard deviation over mean.") { Example = "0.3" },
                    Optional(ShapeKey()),
                    Optional(ScaleKey()),
                ]
        );

    private static MapShape Ends() =>
        new(
            "a uniform law",
            () =>
                [
                    new("min", AnyDuration, "The least value.") { IsRequired = true, Example = "5 min" },
                    new("max", Positive, "The greatest value.") { IsRequired = true },
                ]
        );

    private static Field Mean() => new("mean", Positive, "The mean.") { IsRequired = true };

    private static Field ShapeKey() => new("shape", Parameter, "The exponent.") { IsRequired = true };

    private static Field ScaleKey() => new("scale", Positive, "The scale.") { IsRequired = true };

    private static Field Optional(Field field) => field with { IsRequired = false };
}
