using System.Collections.Immutable;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Updates;

/// <summary>A compiled step: its ops, its place in the graph, its columns in the records.</summary>
public sealed record PlanStep
{
    /// <summary>Its name; the ones that the strategy adds are called <c>admit</c>, <c>leave</c> and <c>verified</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its place in the plan; orders what happens at one instant in one node.</summary>
    public required int Index { get; init; }

    /// <summary>The level each group of which does it.</summary>
    public required int Level { get; init; }

    /// <summary>Whether it stands in the scenario; false for what the strategy adds.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>FNV-1a 32 of the name: keys the draws.</summary>
    public uint StreamId { get; init; }

    /// <summary>The steps that it waits for.</summary>
    public ImmutableArray<int> Predecessors { get; internal set; } = [];

    /// <summary>The steps that wait for it.</summary>
    public ImmutableArray<int> Successors { get; internal set; } = [];

    /// <summary>Column of the instant at which the work of the last attempt began.</summary>
    public int StartColumn { get; internal set; } = -1;

    /// <summary>Column of the instant at which the step was done.</summary>
    public int EndColumn { get; internal set; } = -1;

    /// <summary>Column of the time lost to failed attempts and pauses, or -1 where it cannot fail.</summary>
    public int LostColumn { get; internal set; } = -1;

    /// <summary>Column of the attempts, or -1 where it cannot fail.</summary>
    public int AttemptColumn { get; internal set; } = -1;

    /// <summary>Column of the instant at which the attempt under way is broken off, or -1 where none ever is.</summary>
    public int DeadlineColumn { get; internal set; } = -1;

    /// <summary>Columns of the instant and the tag with which a refused client asks again, or -1 where none is broken off.</summary>
    internal int ResumeColumn { get; set; } = -1;

    /// <summary>Columns of the waits, one for each service asked, in the order of asking.</summary>
    public ImmutableArray<WaitColumn> Waits { get; internal set; } = [];

    internal int FirstOp { get; set; }

    internal int EndOp { get; set; }

    /// <summary>The one successor that simply goes on with, or -1: then the end is an event that others see.</summary>
    internal int Follower { get; set; } = -1;

    /// <summary>How many ends of predecessors a group waits for, where it is the same for all groups; else 0.</summary>
    internal bool IsJoin { get; set; }

    internal Distribution? Law { get; init; }

    internal IReadOnlyList<long>? Listed { get; init; }

    internal FailureSpec? Fails { get; init; }

    internal int RetryLimit { get; init; }

    internal Backoff? Backoff { get; init; }

    internal PollSpec? Poll { get; init; }

    /// <summary>How long an attempt may take; null where that does not matter.</summary>
    internal SimTime? TimeOut { get; init; }

    internal bool CanFail { get; init; }

    internal OpKind? Virtual { get; init; }
}
