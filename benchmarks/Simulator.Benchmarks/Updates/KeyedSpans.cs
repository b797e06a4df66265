using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Benchmarks.Updates;

/// <summary>The product's draws: keyed Philox and inverse CDF, made for all nodes at once.</summary>
internal readonly struct KeyedSpans : ISpans
{
    private const int Run = 512;

    private readonly long[][] _spans;

    public KeyedSpans(int nodes, StreamKey stream)
    {
        _spans = new long[ClusterUpdate.Steps.Length][];
        Span<double> draws = stackalloc double[Run];
        for (var step = 0; step < _spans.Length; step++)
        {
            var spans = _spans[step] = GC.AllocateUninitializedArray<long>(nodes);
            var id = Fnv1a.Hash32(ClusterUpdate.Steps[step]);
            for (var first = 0; first < nodes; first += Run)
            {
                var run = draws[..Math.Min(Run, nodes - first)];
                stream.Uniforms((uint)first, id, 1, 0, run);
                ClusterUpdate.Laws[step].Quantiles(run, run);
                for (var index = 0; index < run.Length; index++)
                {
                    spans[first + index] = (long)
                        Math.Round(run[index] * SimTime.NanosecondsPerSecond, MidpointRounding.ToEven);
                }
            }
        }
    }

    public long Of(int step, int node) => _spans[step][node];
}
