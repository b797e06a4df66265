namespace Simulator.Experiments.Presets;

/// <summary>The strategy of one tool as a reader sees it.</summary>
/// <param name="Id">Its key in scenarios: kebab-case, the tool's name first.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Summary">What the tool does, in one sentence.</param>
/// <param name="Parameters">Its parameters in the tool's own spelling and order.</param>
/// <param name="Mapping">What they become here, line by line; rounding, floor and caps among them.</param>
/// <param name="Limits">What is assumed, or not carried over; empty where there is nothing.</param>
/// <param name="Source">Where the semantics are written.</param>
/// <param name="Date">When they were read there, as yyyy-MM-dd; defaults change.</param>
public sealed record PresetPage(
    string Id,
    string Tool,
    string Summary,
    IReadOnlyList<PresetParameter> Parameters,
    IReadOnlyList<string> Mapping,
    IReadOnlyList<string> Limits,
    string Source,
    string Date
);
