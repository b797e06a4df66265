namespace Simulator.Analysis.MeanField;

/// <summary>The flows on a link, by the service V(t) that an endless flow would have received; equal sizes end in order.</summary>
internal sealed class FlowPipe(FlowLink link)
{
    private readonly Dictionary<int, Queue<(double Ends, double Mass)>> _flows = [];
    private readonly Dictionary<int, double> _flowsPerCustomer = [];
    private readonly Dictionary<int, double> _released = [];
    private double _attained;
    private double _count;

    /// <summary>A mass of customers of a stage begins to fetch.</summary>
    public void Add(int stage, FlowTransfer transfer, double mass)
    {
        _flows.TryAdd(stage, new Queue<(double, double)>());
        _flows[stage].Enqueue((_attained + transfer.Bits, mass));
        _flowsPerCustomer[stage] = transfer.Flows;
        _count += mass * transfer.Flows;
    }

    /// <summary>
    /// Moves on by a time, and takes out what has arrived; what will arrive within the next cell leaves at both its ends, so
    /// that the mean stays.
    /// </summary>
    public List<(int Stage, double Mass)> Arrived(double elapsed, double next)
    {
        _attained += elapsed * Rate;
        var soon = _attained + (next * Rate);
        var arrived = new List<(int, double)>();
        foreach (var (stage, flows) in _flows)
        {
            var gone = 0.0;
            while (flows.TryPeek(out var first) && first.Ends <= _attained)
            {
                gone += flows.Dequeue().Mass - _released.GetValueOrDefault(stage);
                _released[stage] = 0;
            }

            if (flows.TryPeek(out var coming) && coming.Ends < soon && _released.GetValueOrDefault(stage) == 0)
            {
                _released[stage] = coming.Mass * (soon - coming.Ends) / (soon - _attained);
                gone += _released[stage];
            }

            if (gone > 0)
            {
                _count = Math.Max(0, _count - (gone * _flowsPerCustomer[stage]));
                arrived.Add((stage, gone));
            }
        }

        return arrived;
    }

    private double Rate => Math.Min(link.PerFlow, link.Bandwidth / Math.Max(_count, double.Epsilon));
}
