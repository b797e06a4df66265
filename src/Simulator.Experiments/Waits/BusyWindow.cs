namespace Simulator.Experiments.Waits;

/// <summary>How a service was used between the first request and the last end; means over replications.</summary>
/// <param name="Service">Its name; <c>rollout.limit</c> for the places of a window.</param>
/// <param name="Kind">station, link, token-bucket, budget or limit.</param>
/// <param name="FromSeconds">When it is first asked.</param>
/// <param name="ToSeconds">When it is last given back, or, for a bucket, last grants.</param>
/// <param name="Utilisation">What was used of what there was between the two, over all its copies; null where nothing could be.</param>
public sealed record BusyWindow(string Service, string Kind, double FromSeconds, double ToSeconds, double? Utilisation);
