using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Observation;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Makespans of many replications, shared by the rows that ask about one model.</summary>
internal static class Replications
{
    /// <summary>Steps of nodes that one model may cost: keeps the whole file below two minutes.</summary>
    private const long NodeSteps = 30_000_000;
    private const int Fewest = 100;
    private const int Chunks = 16;
    private static readonly ConcurrentDictionary<string, Lazy<double[]>> Known = new(StringComparer.Ordinal);

    public static Answer Mean(OracleRow row, Func<Model> model) => new MeanAnswer(TallyOf(Makespans(row, model)));

    /// <summary>The mean of what single runs of the kernel answer, as many as the row wants.</summary>
    public static Answer Mean(OracleRow row, Func<ulong, double> run) =>
        new MeanAnswer(
            TallyOf(
                Known
                    .GetOrAdd(
                        row.ModelKey,
                        _ => new Lazy<double[]>(() =>
                        {
                            var values = new double[Wanted(row)];
                            Parallel.For(0, values.Length, index => values[index] = run((ulong)index));
                            return values;
                        })
                    )
                    .Value
            )
        );

    public static Tally TallyOf(IEnumerable<double> values)
    {
        var tally = new Tally();
        foreach (var value in values)
        {
            tally.Add(value);
        }

        return tally;
    }

    /// <summary>Makespans in the order of the replications.</summary>
    public static IReadOnlyList<double> Makespans(OracleRow row, Func<Model> model) =>
        Known.GetOrAdd(row.ModelKey, _ => new Lazy<double[]>(() => Simulate(row, model()))).Value;

    /// <summary>The most replications that a row of this model wants.</summary>
    public static int Wanted(OracleRow row) =>
        OracleFile.SharingModelWith(row).Max(other => other.Samples.Replications);

    private static double[] Simulate(OracleRow row, Model model)
    {
        var plan = UpdatePlan.Compile(model);
        var affordable = NodeSteps / ((long)model.Cluster.Nodes * model.Update.Steps.Count);
        var makespans = new double[Math.Min(Wanted(row), Math.Max(affordable, Fewest))];
        Parallel.For(
            0,
            Chunks,
            chunk =>
            {
                RunRecord? record = null;
                for (var index = chunk; index < makespans.Length; index += Chunks)
                {
                    record = Rollout.Run(plan, Models.Seed, (ulong)index, record);
                    makespans[index] = record.Makespan.Seconds;
                }
            }
        );
        return makespans;
    }
}
