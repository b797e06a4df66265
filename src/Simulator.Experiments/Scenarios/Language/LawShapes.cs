using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>The parameters of each law.</summary>
internal static class LawShapes
{
    /// <summary>A duration that may be 0.</summary>
    public static readonly DurationShape AnyDuration = new(0);

    private static readonly DurationShape Positive = new(1);
    private static readonly RealShape Parameter = new(0, 1_000_000, isOpen: true);
    private static readonly WordShape TimeUnit = new("s", "ms", "min", "h", "d");
    private static readonly ReferenceShape DataFile = new("the path of a CSV file", "data/reboots.csv");

    private static readonly Field Mean = new("mean", Positive, "The mean.") { IsRequired = true };
    private static readonly Field Shape = new("shape", Parameter, "The exponent.") { IsRequired = true };
    private static readonly Field Scale = new("scale", Positive, "The scale.") { IsRequired = true };
    private static readonly Field Min = new("min", AnyDuration, "The least value.")
    {
        IsRequired = true,
        Example = "5 min",
    };
    private static readonly Field Mode = new("mode", AnyDuration, "The most likely value.")
    {
        IsRequired = true,
        Example = "8 min",
    };
    private static readonly Field Max = new("max", Positive, "The greatest value.") { IsRequired = true };

    /// <summary>By quantiles, or by the moments of the logarithm.</summary>
    public static readonly MapShape Lognormal = new(
        "a lognormal law",
        () =>
            [
                new("median", Positive, "Half of the values lie below."),
                .. LawLanguage.Percentiles.Select(key => new Field(
                    key,
                    Positive,
                    "One of these beside the median: the value below which that many percent lie."
                )),
                new("mu", new RealShape(-1_000, 1_000, isOpen: false), "Mean of the logarithm of the value in 'unit'."),
                new("sigma", Parameter, "Standard deviation of the logarithm."),
                new("unit", TimeUnit, "The unit of the value whose logarithm has mean 'mu'."),
            ]
    );

    /// <summary>By both ends.</summary>
    public static readonly MapShape Uniform = new("a uniform law", () => [Min, Max]);

    /// <summary>By its mean.</summary>
    public static readonly MapShape Exponential = new("an exponential law", () => [Mean]);

    /// <summary>By mean and cv, or by shape and scale.</summary>
    public static readonly MapShape Gamma = new(
        "a gamma law",
        () =>
            [
                Optional(Mean),
                new("cv", Parameter, "Standard deviation over mean.") { Example = "0.3" },
                Optional(Shape),
                Optional(Scale),
            ]
    );

    /// <summary>Weibull and Pareto.</summary>
    public static readonly MapShape ShapeAndScale = new("a law by shape and scale", () => [Shape, Scale]);

    /// <summary>Triangular and PERT.</summary>
    public static readonly MapShape Triple = new("a law by its ends and its mode", () => [Min, Mode, Max]);

    /// <summary>Several laws by share.</summary>
    public static readonly ListShape Mixture = new(
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
                    new("takes", LawLanguage.Law, "The law of this part: any but 'listed'.") { IsRequired = true },
                ]
        )
    )
    {
        Least = 2,
    };

    /// <summary>A measured sample.</summary>
    public static readonly EitherShape Empirical = new("a CSV file, or a map with its column")
    {
        Scalar = DataFile,
        Map = new MapShape(
            "a column of a CSV file",
            () =>
                [
                    new("file", DataFile, "The file, seen from the folder of the scenario.") { IsRequired = true },
                    new(
                        "column",
                        new ReferenceShape("the name of a column", "seconds"),
                        "The column; may be left out where there is one only."
                    ),
                    new("unit", TimeUnit, "The unit of the numbers in the column.") { Default = "s" },
                ]
        ),
    };

    /// <summary>Another law plus a constant.</summary>
    public static readonly MapShape Shifted = new(
        "a law with a shift",
        () =>
            [
                new("by", AnyDuration, "What is added to every value.") { IsRequired = true, Example = "5 min" },
                new("takes", LawLanguage.Law, "The law that is shifted: any but 'listed'.")
                {
                    IsRequired = true,
                    Example = "{ exponential: { mean: 1 min } }",
                },
            ]
    );

    private static Field Optional(Field key) => key with { IsRequired = false };
}
