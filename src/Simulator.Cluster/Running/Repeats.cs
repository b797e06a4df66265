using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Running;

/// <summary>
/// Puts into the fingerprint what the rows do not keep, since a later attempt overwrites it: when attempts failed, and when
/// calls were refused.
/// </summary>
internal sealed class Repeats
{
    private readonly RunState _state;
    private readonly ulong[] _failed;
    private readonly ulong[] _refused;

    public Repeats(RunState state)
    {
        _state = state;
        state.Record.Repeats = 0;
        _failed = Keys(state.Steps, "failed");
        _refused = Keys(state.Steps, "refused");
    }

    /// <summary>An attempt has failed now; its begin is a part of what happened.</summary>
    public void Failed(PlanStep step, int customer, int attempt)
    {
        var begun = _state.Cell(step.Index, customer, step.StartColumn);
        Add(Fingerprint.Hash(_failed[step.Index], (ulong)attempt, (ulong)begun), customer, _state.Now);
    }

    /// <summary>A call was refused now.</summary>
    public void Refused(PlanStep step, int customer, int tries) =>
        Add(
            Fingerprint.Hash(_refused[step.Index], (ulong)_state.AttemptOf(step, customer), (ulong)tries),
            customer,
            _state.Now
        );

    private void Add(ulong what, int customer, long when) =>
        _state.Record.Repeats = unchecked(_state.Record.Repeats + Fingerprint.Hash(what, (ulong)customer, (ulong)when));

    private static ulong[] Keys(PlanStep[] steps, string kind) =>
        [.. steps.Select(step => Fingerprint.Key(step.Name, kind))];
}
