namespace Simulator.Experiments.Imports;

/// <summary>Something in a tool's file that matters to a rollout and is not carried over.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Value">What stands there; empty for a list or a map.</param>
/// <param name="Reason">Why it is not carried over, a clause without a full stop.</param>
public sealed record ImportNote(SourcePlace At, string Value, string Reason)
{
    /// <summary>The note as a sentence, its place first: <c>web.yaml:9: spec.paused is true – ...</c>.</summary>
    public string Sentence =>
        Value.Length == 0
            ? $"{At.File}:{At.Line}: {At.Path} – {Reason}."
            : $"{At.File}:{At.Line}: {At.Path} is {Value} – {Reason}.";
}
