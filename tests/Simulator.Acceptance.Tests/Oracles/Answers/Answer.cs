namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>What the product says to a row.</summary>
internal abstract record Answer
{
    /// <summary>The answer as the report shows it.</summary>
    public abstract string Got { get; }

    /// <summary>What is wrong with it by the tolerance of the row; null where nothing is.</summary>
    public abstract string? Fault(OracleRow row);

    public static Answer Of(params IReadOnlyList<double> values) => new NumberAnswer(values);
}
