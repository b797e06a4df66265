using System.Collections.Concurrent;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Observation;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Many replications of one model, shared by the rows that ask about it.</summary>
internal static class Replications
{
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
                        _ => new Lazy<double[]>(() => Cores.Select(Wanted(row), index => run((ulong)index)))
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
        Known
            .GetOrAdd(
                row.ModelKey,
                _ => new Lazy<double[]>(() => Read(model(), Wanted(row), record => record.Makespan.Seconds))
            )
            .Value;

    /// <summary>The most replications that a row of this model wants; one that asks for a number wants none.</summary>
    public static int Wanted(OracleRow row) =>
        OracleFile
            .SharingModelWith(row)
            .Where(other => !other.IsExact)
            .Append(row)
            .Max(other => other.Samples.Replications);

    /// <summary>What is read of each replication, in the order of the replications.</summary>
    public static T[] Read<T>(Model model, int count, Func<RunRecord, T> read)
    {
        var plan = UpdatePlan.Compile(model);
        var values = new T[count];
        Cores.For(
            Chunks,
            chunk =>
            {
                RunRecord? record = null;
                for (var index = chunk; index < values.Length; index += Chunks)
                {
                    record = Rollout.Run(plan, Models.Seed, (ulong)index, record);
                    values[index] = read(record);
                }
            }
        );
        return values;
    }
}
