namespace Simulator.Acceptance.Tests.Oracles.Answers;

/// <summary>What the product says to a row.</summary>
internal abstract record Answer
{
    /// <summary>The answer as the report shows it.</summary>
    public abstract string Got { get; }

    /// <summary>What is wrong with it by the tolerance of the row; null where nothing is.</summary>
    public abstract string? Fault(OracleRow row);

    public static Answer Of(params IReadOnlyList<double> values) => new NumberAnswer(values);

    /// <summary>A row that names a number of samples is not answered by fewer: its tolerance would mean something else.</summary>
    protected static string? TooFew(OracleRow row, long samples)
    {
        var (replications, each) = row.Samples;
        var wanted = (long)replications * each;
        return samples < wanted ? $"{samples} samples, at least {wanted} are wanted" : null;
    }
}
