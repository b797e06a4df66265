using Simulator.Experiments.Scenarios.Grammar;

namespace Simulator.Experiments.Presets;

/// <summary>The strategy of one tool: its parameters, what they mean here, and where that is written.</summary>
internal sealed class Preset
{
    private readonly IReadOnlyList<Field> _fields;

    public Preset(string id, string tool, string summary, IReadOnlyList<Field> fields)
    {
        (Id, Tool, Summary, _fields) = (id, tool, summary, fields);
        Shape = new MapShape($"the parameters of {id}", () => _fields);
    }

    /// <summary>Its key in scenarios: kebab-case, the tool's name first.</summary>
    public string Id { get; }

    /// <summary>The tool.</summary>
    public string Tool { get; }

    /// <summary>What the tool does, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>What its parameters become here, line by line; rounding, floor and caps among them.</summary>
    public required IReadOnlyList<string> Mapping { get; init; }

    /// <summary>What is assumed, or not carried over; empty where there is nothing.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Where the semantics are written.</summary>
    public required string Source { get; init; }

    /// <summary>When it was read there; defaults change.</summary>
    public string Date { get; init; } = "2026-11-23";

    /// <summary>What a reader sees of it.</summary>
    public PresetPage Page => new(Id, Tool, Summary, [.. _fields.Select(Parameter)], Mapping, Limits, Source, Date);

    /// <summary>From arguments to the strategy.</summary>
    public required Func<PresetArguments, PresetOutcome> Map { get; init; }

    public MapShape Shape { get; }

    private static PresetParameter Parameter(Field field) =>
        new(field.Key, field.Shape.Noun, field.Default, field.IsRequired, field.Doc);
}
