namespace Simulator.Benchmarks.Commands;

/// <summary>What came out for one command: medians over its rounds.</summary>
internal sealed record CommandRow(CommandCase Case, CommandCost Cost)
{
    /// <summary>The row of a command's runs, at least one.</summary>
    public static CommandRow Of(CommandCase command, IReadOnlyList<CommandCost> costs) =>
        new(
            command,
            new CommandCost(
                Median(costs.Select(cost => cost.WallSeconds)),
                costs.All(cost => cost.FirstLineSeconds is null)
                    ? null
                    : Median(costs.Select(cost => cost.FirstLineSeconds).OfType<double>()),
                Median(costs.Select(cost => cost.ProcessorSeconds)),
                (long)Median(costs.Select(cost => (double)cost.PeakBytes))
            )
        );

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
