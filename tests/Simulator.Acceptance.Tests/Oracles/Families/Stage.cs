namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>A station with a constant service.</summary>
internal sealed record Stage(long Servers, double Seconds);
