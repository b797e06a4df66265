using Simulator.Kernel;

namespace Simulator.Acceptance.Tests.Oracles.Queues;

/// <summary>Customers who left, in sums: nothing is kept of each, and no sum depends on their order but that of the squares.</summary>
internal sealed class QueueTotals
{
    private Int128 _wait;
    private Int128 _stay;
    private double _squares;
    private long _served;
    private long _delayed;
    private long _lost;

    /// <summary>Seconds in the queue of those served.</summary>
    public double MeanWait => (double)_wait / _served / SimTime.NanosecondsPerSecond;

    /// <summary>Seconds in queue and service of those served.</summary>
    public double MeanStay => (double)_stay / _served / SimTime.NanosecondsPerSecond;

    public double SecondMomentOfWait => _squares / _served;

    /// <summary>The share of those served who had to wait.</summary>
    public double ShareDelayed => (double)_delayed / _served;

    /// <summary>The share of all who left without service.</summary>
    public double ShareLost => (double)_lost / (_served + _lost);

    public void Serve(long wait, long stay)
    {
        var seconds = new SimTime(wait).Seconds;
        _served++;
        _wait += wait;
        _stay += stay;
        _squares += seconds * seconds;
        _delayed += wait > 0 ? 1 : 0;
    }

    public void Lose() => _lost++;

    public static QueueTotals Sum(IEnumerable<QueueTotals> parts)
    {
        var sum = new QueueTotals();
        foreach (var part in parts)
        {
            sum._wait += part._wait;
            sum._stay += part._stay;
            sum._squares += part._squares;
            sum._served += part._served;
            sum._delayed += part._delayed;
            sum._lost += part._lost;
        }

        return sum;
    }
}
