using Simulator.Experiments.Presets;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Presets;

/// <summary>The tables of <c>o1sim presets</c>.</summary>
public static class PresetTables
{
    /// <summary>One row a preset.</summary>
    /// <param name="presets">The presets.</param>
    public static Table Of(IEnumerable<PresetPage> presets) =>
        Table.From<PresetPage>(
            "presets",
            [
                new("id", preset => Field.Of(preset.Id)),
                new("tool", preset => Field.Of(preset.Tool)),
                new("parameters", preset => Field.Of(string.Join(' ', preset.Parameters.Select(Spelling)))),
                new("source", preset => Field.Of(preset.Source)),
                new("date", preset => Field.Of(preset.Date)),
            ],
            presets
        );

    /// <summary>One row a parameter of a preset.</summary>
    /// <param name="preset">The preset.</param>
    public static Table Parameters(PresetPage preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return Table.From<PresetParameter>(
            "parameters",
            [
                new("parameter", parameter => Field.Of(parameter.Name)),
                new("value", parameter => Field.Of(parameter.Value)),
                new("default", parameter => Field.Of(parameter.Default)),
                new("is_needed", parameter => Field.Of(parameter.IsRequired)),
                new("meaning", parameter => Field.Of(parameter.Meaning)),
            ],
            preset.Parameters
        );
    }

    /// <summary>A parameter with its default, as <c>maxSurge=25%</c>; one that has to be given ends with <c>=?</c>.</summary>
    internal static string Spelling(PresetParameter parameter) =>
        parameter switch
        {
            { Default: { } text } => $"{parameter.Name}={text}",
            { IsRequired: true } => $"{parameter.Name}=?",
            _ => parameter.Name,
        };
}
