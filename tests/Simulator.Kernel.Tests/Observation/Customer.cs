namespace Simulator.Kernel.Tests.Observation;

/// <summary>Comes at an instant, wants an amount, holds it for a while, and is interrupted if it is still there.</summary>
internal readonly record struct Customer(int At, int Holds, int Wants, int Until);
