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

    /// <summary>The most replications that a row of this model wants.</summary>
    public static int Wanted(OracleRow row) =>
        OracleFile
            .Rows.Where(other => string.Equals(other.ModelKey, row.ModelKey, StringComparison.Ordinal))
            .Append(row)
            .Max(other => other.Samples.Replications);

    /// <summary>What is read of each replication, in the order of the replications.</summary>
    public static T[] Read<T>(Model model, int count, Func<RunRecord, T> read)
    {
        var plan = UpdatePlan.Compile(model);
        var values = new T[count];
        Parallel.For(
            0,
            Chunks,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
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
