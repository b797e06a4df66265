using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;

namespace Simulator.Experiments.Scenarios;

/// <summary>What editors need to know of a scenario file.</summary>
public static class ScenarioSchema
{
    /// <summary>The JSON schema (draft-07) of a scenario file, made from the same grammar as the reader.</summary>
    public static string Text => EditorSchema.Write(ScenarioLanguage.Root, "o1sim scenario");
}
