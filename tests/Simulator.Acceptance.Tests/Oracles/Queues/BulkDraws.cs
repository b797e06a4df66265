using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Draws of one law, keyed by number, made many at a time by the product's vector code.</summary>
internal sealed class BulkDraws(Distribution law, StreamKey stream, uint step)
{
    private const int Size = 1024;
    private readonly double[] _seconds = new double[Size];
    private int _first = -Size;

    /// <summary>Draw number <paramref name="index"/>; numbers that grow slowly are cheap.</summary>
    public SimTime this[int index]
    {
        get
        {
            var place = index - _first;
            if ((uint)place >= Size)
            {
                _first = index & -Size;
                place = index - _first;
                stream.Uniforms((uint)_first, step, 1, 0, _seconds);
                law.Quantiles(_seconds, _seconds);
            }

            return SimTime.FromSeconds(_seconds[place]);
        }
    }
}
