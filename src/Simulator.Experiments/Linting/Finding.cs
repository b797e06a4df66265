namespace Simulator.Experiments.Linting;

/// <summary>What arithmetic alone says of a scenario, before any run.</summary>
/// <param name="Rule">The rule's name, kebab-case.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Path">The key path of the number that is to blame.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Nodes">The largest N without it; null where it does not depend on N.</param>
/// <param name="Sentence">What it is, with its numbers.</param>
/// <param name="Fix">What to write instead; empty where there is nothing to write.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string Path,
    int Line,
    int Column,
    long? Nodes,
    string Sentence,
    string Fix
);
