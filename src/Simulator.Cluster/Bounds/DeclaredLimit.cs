namespace Simulator.Cluster.Bounds;

/// <summary>A limit that the scenario declares, and where it must bite by arithmetic alone.</summary>
/// <param name="Name">A service, <c>rollout.limit</c>, or <c>rollout.limit.cap</c>.</param>
/// <param name="Kind">station, link, token-bucket, budget, window, batch, waves or cap.</param>
/// <param name="Allows">What it allows, in words.</param>
/// <param name="NStar">The largest N at which it does not bind; null where it never does.</param>
/// <param name="HiddenBehind">What keeps it from binding, where something does.</param>
/// <param name="RoundedFrom">For a capped share: the first N at which the rounded limit is changed by the cap.</param>
public sealed record DeclaredLimit(
    string Name,
    string Kind,
    string Allows,
    long? NStar,
    string? HiddenBehind = null,
    long? RoundedFrom = null
);
