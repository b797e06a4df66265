using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Scenarios.Language;

/// <summary>What may stand at a sweep axis.</summary>
internal static class AxisLanguage
{
    /// <summary>The most values of one axis.</summary>
    public const int MostPoints = 1_000;

    private static readonly ReferenceShape Number = new("a quantity like the one that is varied", "1000")
    {
        MayBeNumber = true,
    };

    /// <summary>Values one by one, or a range.</summary>
    public static readonly EitherShape Axis = new("a list of values or a range")
    {
        List = new ListShape("a list of values", Number) { Least = 1 },
        Map = new MapShape(
            "a range",
            () =>
                [
                    new("from", Number, "The first value.") { IsRequired = true, Example = "18" },
                    new("to", Number, "The last value, in the same unit.") { IsRequired = true, Example = "131072" },
                    new(
                        "points",
                        new WholeShape(2, MostPoints),
                        "How many values; those that round to the same number count once."
                    )
                    {
                        IsRequired = true,
                        Example = "14",
                    },
                    new("scale", new WordShape("log", "linear"), "Equal ratios or equal differences.")
                    {
                        Default = "log",
                    },
                ]
        ),
    };
}
