namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>Words that must be equal.</summary>
internal sealed record WordsAnswer(string Words) : Answer
{
    public override string Got => Words;

    public override string? Fault(OracleRow row) =>
        row.Value.Equals(Words, StringComparison.OrdinalIgnoreCase) ? null : "other words are wanted";
}
