namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>One long replication in a few numbers, by the words with which rows ask for them.</summary>
/// <param name="Completed">Customers who left, or cycles made, warm-up included.</param>
/// <param name="Values">Words, and the number that they ask for.</param>
internal sealed record Observed(long Completed, params IReadOnlyList<(string Words, double Value)> Values)
{
    public double this[OracleRow row] =>
        Values.Where(pair => row.Asks(pair.Words)).Select(pair => (double?)pair.Value).FirstOrDefault()
        ?? throw row.Unknown(row.Quantity);
}
