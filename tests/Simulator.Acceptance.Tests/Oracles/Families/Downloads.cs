using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Downloads of random sizes that begin together: one row each.</summary>
internal sealed class Downloads : CustomerTable
{
    private readonly Simulation _simulation = new();
    private int _done;

    private Downloads() => _simulation.Attach(this);

    public static Answer ExponentialSizes(OracleRow row)
    {
        if (!row.Asks("E[time the last flow ends]"))
        {
            throw row.Unknown(row.Quantity);
        }

        var law = new Exponential(row["mean_MB"]);
        DataRate? cap = row.Optional("cap_MBps") is { } limit ? Rate(limit) : null;
        return Replications.Mean(
            row,
            replication => new Downloads().Last(Rate(row["C_MBps"]), cap, Replicated.Draws(replication, row.Nodes, law))
        );
    }

    protected override void Wake(int customer, int tag) => _done++;

    protected override void Granted(int customer, int tag) => throw new NotSupportedException();

    protected override void Rejected(int customer, int tag) => throw new NotSupportedException();

    private static DataRate Rate(double megabytesPerSecond) => new((long)Math.Round(megabytesPerSecond * 8e6));

    private double Last(DataRate bandwidth, DataRate? cap, double[] megabytes)
    {
        var link = new Link(_simulation, "link", bandwidth, cap);
        for (var flow = 0; flow < megabytes.Length; flow++)
        {
            link.Transfer((ulong)flow, flow, 0, Models.Megabytes(megabytes[flow]));
        }

        _simulation.Run();
        Assert.That(_done, Is.EqualTo(megabytes.Length));
        return _simulation.Now.Seconds;
    }
}
