namespace Simulator.Cluster.Tests.Reference;

/// <summary>What a step of the reference is for.</summary>
internal enum ReferenceKind
{
    Declared,
    Admit,
    Leave,
    Verified,
}
