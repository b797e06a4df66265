namespace Simulator.Benchmarks.Updates;

/// <summary>Where a bare loop has its durations from.</summary>
internal interface ISpans
{
    /// <summary>The duration of a step of a node, in nanoseconds.</summary>
    long Of(int step, int node);
}
