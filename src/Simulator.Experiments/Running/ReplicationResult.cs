using Simulator.Cluster.Records;

namespace Simulator.Experiments.Running;

/// <summary>One replication of a cell: the run, and the same draws with nobody in anybody's way. Seconds.</summary>
/// <param name="Replication">From 0.</param>
/// <param name="Run">The run.</param>
/// <param name="Solo">max T_solo without failures: a draw of T_inf(N).</param>
/// <param name="SoloWithFailures">max T_solo with failures; null where nothing fails.</param>
/// <param name="Bound">The greatest lower bound of the run.</param>
/// <param name="BoundBy">Where it comes from.</param>
public sealed record ReplicationResult(
    int Replication,
    RunSummary Run,
    double Solo,
    double? SoloWithFailures,
    double Bound,
    string BoundBy
);
