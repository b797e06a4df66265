using Simulator.Cluster;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Running;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Studies;

/// <summary>What lifting one limit alone saves: the first replications of a cell again, with the same draws, without it.</summary>
/// <param name="options">How many threads run them.</param>
/// <param name="observer">Who follows it.</param>
/// <param name="cancellation">Stops between events.</param>
/// <remarks>
/// A limit that other limits hide saves nothing, however long nodes wait for it. What was run once for a cell and limit is
/// remembered. Not thread-safe.
/// </remarks>
internal sealed class Removal(StudyOptions options, IStudyObserver observer, CancellationToken cancellation)
{
    private const int FewestReplications = 3;
    private const int MostReplications = 10;
    private const int NodeRuns = 100_000;
    private const double WorthCounting = 0.01;

    private readonly Dictionary<(int Cell, string Limit), IReadOnlyList<double>> _known = [];

    /// <summary>T with all limits minus T without this one, in seconds, replication by replication; negative where it hurts.</summary>
    public IReadOnlyList<double> Savings(Cell cell, ThresholdResult limit, IReadOnlyList<ReplicationResult> done)
    {
        if (!_known.TryGetValue((cell.Index, limit.Limit), out var savings))
        {
            savings = Run(cell, limit, done);
            _known.Add((cell.Index, limit.Limit), savings);
        }

        return savings;
    }

    private double[] Run(Cell cell, ThresholdResult limit, IReadOnlyList<ReplicationResult> done)
    {
        observer.Trying(cell, "without " + limit.Limit);
        var plan = Without(cell.Scenario.Model, limit);
        var wanted = Math.Clamp(NodeRuns / cell.Nodes, FewestReplications, MostReplications);
        var first = done.Take(wanted).ToList();
        var numbers = first.Select(run => (ulong)run.Replication).ToList();
        var without = new Replications(cell.Scenario.Seed, numbers, options.Threads, cancellation).Makespans(plan);
        return [.. first.Zip(without, (run, makespan) => run.Run.Makespan - makespan)];
    }

    /// <summary>Whether it saves at least 1 % of T in more than half of the replications.</summary>
    public bool Saves(Cell cell, ThresholdResult limit, IReadOnlyList<ReplicationResult> done)
    {
        var savings = Savings(cell, limit, done);
        var worth = savings
            .Where((saved, index) => saved > 0 && saved >= WorthCounting * done[index].Run.Makespan)
            .Count();
        return 2 * worth > savings.Count;
    }

    private static UpdatePlan Without(Model model, ThresholdResult limit)
    {
        var rollout = model.Rollout;
        return limit switch
        {
            { Kind: "cap" } => UpdatePlan.Compile(
                model with
                {
                    Rollout = rollout with { Limit = rollout.Limit! with { Cap = null } },
                }
            ),
            { Kind: "passes" } => UpdatePlan.Compile(
                model with
                {
                    Rollout = rollout with { Tick = rollout.Tick! with { Most = null } },
                }
            ),
            { Limit: Causes.LimitName } => UpdatePlan.Compile(model, PlanOptions.Real with { HasLimit = false }),
            _ => UpdatePlan.Compile(
                model,
                PlanOptions.Real with
                {
                    PrivateServices = new HashSet<string>(StringComparer.Ordinal) { limit.Limit },
                }
            ),
        };
    }
}
