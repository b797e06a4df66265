using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Updates;

/// <summary>A failed attempt is tried again, from the queue on, after a pause; draws with attempt 2, 3, ...</summary>
/// <param name="Limit">Attempts after the first, at least 0.</param>
/// <param name="Backoff">The pause; none where it is null. Its own limit is not used.</param>
public sealed record RetrySpec(int Limit, Backoff? Backoff = null);
