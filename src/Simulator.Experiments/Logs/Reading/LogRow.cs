using System.Runtime.InteropServices;

namespace Simulator.Experiments.Logs.Reading;

/// <summary>One attempt: 32 bytes, so that ten million of them fit.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogRow(long Start, long End, int Node, int Row, ushort Step, LogOutcome Outcome)
{
    /// <summary>The end of an attempt without one.</summary>
    public const long NoEnd = long.MaxValue;

    public long Nanoseconds => End - Start;
}
