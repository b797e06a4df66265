using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;

namespace Simulator.Experiments.Presets;

/// <summary>Kinds of parameters that several tools share.</summary>
internal static class PresetFields
{
    private const int MostSeconds = 1_000_000_000;

    /// <summary>Counts and percentages.</summary>
    public static readonly ListShape Quotas = new("a list of counts and percentages", new CountOrShareShape(1))
    {
        Least = 1,
    };

    /// <summary>A count or a percentage, or several.</summary>
    public static readonly EitherShape QuotaOrQuotas = new("a count, a percentage or a list of them")
    {
        Scalar = new CountOrShareShape(1),
        List = Quotas,
    };

    /// <summary>Whole percentages.</summary>
    public static readonly ListShape Wholes = new("a list of whole percentages", new WholeShape(1, 100)) { Least = 1 };

    /// <summary>Spans such as <c>10m</c>.</summary>
    public static readonly ListShape GoSpans = new("a list of spans such as 10m", new GoDurationShape()) { Least = 1 };

    /// <summary>A count or a percentage, such as <c>25%</c>.</summary>
    public static Field Quota(string name, string? standard, string doc, int least = 0) =>
        new(name, new CountOrShareShape(least), doc) { Default = standard };

    /// <summary>A whole number.</summary>
    public static Field Whole(string name, long? standard, string doc, long least = 0, long most = 100_000_000) =>
        new(name, new WholeShape(least, most), doc) { Default = standard?.ToString() };

    /// <summary>A whole percentage without sign.</summary>
    public static Field Percent(string name, long? standard, string doc, long least = 1) =>
        new(name, new WholeShape(least, 100), doc) { Default = standard?.ToString() };

    /// <summary>A whole number of seconds, minutes or whatever the name says.</summary>
    public static Field Time(string name, long standard, string doc) => Whole(name, standard, doc, 0, MostSeconds);

    /// <summary>A span such as <c>1h30m</c>.</summary>
    public static Field GoSpan(string name, string? standard, string doc) =>
        new(name, new GoDurationShape(), doc) { Default = standard };

    /// <summary>True or false.</summary>
    public static Field Flag(string name, bool standard, string doc) =>
        new(name, new FlagShape(), doc) { Default = standard ? "true" : "false" };

    /// <summary>One of a few words.</summary>
    public static Field Word(string name, string? standard, string doc, params IReadOnlyList<string> words) =>
        new(name, new WordShape(words), doc) { Default = standard };

    /// <summary>A figure without a default that can be vouched for: the user has to give it.</summary>
    public static Field Needed(Field field) =>
        new(field.Key, field.Shape, field.Doc + " No default that can be vouched for.")
        {
            IsRequired = true,
            Example = field.Example,
        };

    /// <summary>How the tool rounds a percentage, where its documentation does not say: needed with a share.</summary>
    public static Field UnknownRounding =>
        Word(
            "rounding",
            null,
            "How a percentage is rounded, which the tool does not document: needed with one.",
            "down",
            "up",
            "nearest"
        );
}
