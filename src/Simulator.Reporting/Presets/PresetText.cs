using Simulator.Experiments.Presets;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Presets;

/// <summary>Presets for people at a terminal.</summary>
public static class PresetText
{
    /// <summary>All presets, a line each.</summary>
    /// <param name="presets">The presets.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void WriteAll(IReadOnlyList<PresetPage> presets, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(presets);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        TextColumn Of(string head, int priority, Func<PresetPage, string> text) =>
            new(head, priority, [.. presets.Select(text)]) { IsText = true };

        var table = TextTable.Lines(
            [
                Of("preset", 0, preset => preset.Id),
                Of("parameters, with their defaults", 0, Parameters),
                Of("tool", 1, preset => preset.Tool),
            ],
            layout
        );
        Write(table, writer);
        writer.WriteLine();
        const string Hint =
            "'?' has to be given. 'o1sim presets NAME' explains one. In a scenario: rollout: { preset: { pdsh: { fanout: 64 } } }";
        Write(layout.Wrap(Hint, "", "").Select(layout.Faint), writer);
    }

    /// <summary>One preset with all that is known of it.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="writer">Where it goes; its own line ends are used.</param>
    /// <param name="layout">Width and colours.</param>
    public static void WriteOne(PresetPage preset, TextWriter writer, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(preset);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(layout);
        Write(layout.Wrap($"{preset.Id} · {preset.Tool}", "", "").Select(layout.Strong), writer);
        Write(layout.Wrap(preset.Summary, "", ""), writer);
        Section("Parameters", ParameterLines(preset, layout), writer, layout);
        Section("What they become", Items(preset.Mapping, layout), writer, layout);
        Section("Assumed, or not carried over", Items(preset.Limits, layout), writer, layout);
        Section(
            "Source",
            layout.Wrap($"{preset.Source}; read {preset.Date}. Defaults change.", "", ""),
            writer,
            layout
        );
    }

    private static string Parameters(PresetPage preset) =>
        string.Join("  ", preset.Parameters.Select(PresetTables.Spelling));

    private static IEnumerable<string> ParameterLines(PresetPage preset, TextLayout layout) =>
        preset.Parameters.SelectMany(parameter =>
            layout.Wrap($"{Head(parameter)}: {parameter.Meaning} Takes {parameter.Value}.", "- ", "  ")
        );

    private static string Head(PresetParameter parameter) =>
        parameter switch
        {
            { Default: { } text } => $"{parameter.Name} ({text})",
            { IsRequired: true } => $"{parameter.Name} (needed)",
            _ => parameter.Name,
        };

    private static IEnumerable<string> Items(IEnumerable<string> items, TextLayout layout) =>
        items.SelectMany(item => layout.Wrap(item, "- ", "  "));

    private static void Section(string title, IEnumerable<string> lines, TextWriter writer, TextLayout layout)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            writer.WriteLine();
            writer.WriteLine(layout.Accent(title));
            Write(all, writer);
        }
    }

    private static void Write(IEnumerable<string> lines, TextWriter writer)
    {
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }
}
