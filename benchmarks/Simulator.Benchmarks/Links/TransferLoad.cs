using Simulator.Benchmarks.Holds;
using Simulator.Kernel;

namespace Simulator.Benchmarks.Links;

/// <summary>Many transfers under way at once: each customer begins another one, of a random size, as soon as one ends.</summary>
internal abstract class TransferLoad(int flows) : CustomerTable
{
    public const int Transfers = 500_000;
    protected const long Bandwidth = 1_000_000_000_000;

    private readonly GapSource[] _sizes =
    [
        .. Enumerable.Range(0, flows).Select(customer => new GapSource((ulong)customer)),
    ];
    private int _begun;

    protected Simulation Simulation { get; } = new();

    public long Run()
    {
        Simulation.InstantLimit = Transfers;
        Simulation.Attach(this);
        for (var customer = 0; customer < flows; customer++)
        {
            Wake(customer, 0);
        }

        Simulation.Run();
        return Simulation.EventCount;
    }

    protected abstract void Transfer(int customer, DataSize size);

    protected internal sealed override void Wake(int customer, int tag)
    {
        if (_begun++ < Transfers)
        {
            Transfer(customer, new DataSize(_sizes[customer].Next()));
        }
    }

    protected internal sealed override void Granted(int customer, int tag) => throw new NotSupportedException();

    protected internal sealed override void Rejected(int customer, int tag) => throw new NotSupportedException();
}
