using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Resources;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>Clients that are refused and try again.</summary>
internal static class ClientRetries
{
    /// <summary>One call a node at a bucket that rejects.</summary>
    public static Answer AtBucket(OracleRow row)
    {
        var bucket = Models.Bucket("api", row["r"], row.Count("b")) with
        {
            WhenEmpty = WhenEmpty.Reject,
            Retry = BackoffOf(row),
        };
        var call = new StepSpec { Name = "call", Calls = [new CallSpec("api", 1)] };
        var record = Models.Run(Models.Of(row.Nodes, [call], [bucket]));
        var granted = Enumerable.Range(0, record.Nodes).Where(node => record.OutcomeOf(node) == Outcome.Verified);
        return Answer.Of(
            row.Quantity switch
            {
                "time of the last grant" => granted.Max(node => record.EndOf(node).Seconds),
                "total number of 429 responses" => record.Usage[0].Rejected,
                "number of requests that give up" => record.Count(Outcome.Failed),
                var other => throw row.Unknown(other),
            }
        );
    }

    /// <summary>Each refusal says when the next window begins, and the client comes back then.</summary>
    public static Answer AtWindows(OracleRow row)
    {
        var clients = new WindowClients(row.Count("limit"), SimTime.FromSeconds(row["window"]), row.Nodes);
        Assert.That(clients.Window.Spent, Is.EqualTo(row.Nodes));
        return Answer.Of(
            row.Quantity switch
            {
                "time of the last grant" => clients.LastGrant.Seconds,
                "total number of 429 responses" => clients.Window.RejectedCount,
                var other => throw row.Unknown(other),
            }
        );
    }

    private static Backoff BackoffOf(OracleRow row)
    {
        int? limit = row.Optional("max_attempts") is { } attempts ? (int)attempts - 1 : null;
        return row.Text("retry") switch
        {
            "fixed" => new Backoff { Delay = SimTime.FromSeconds(row["delay"]), Limit = limit },
            "expo" => new Backoff
            {
                Delay = SimTime.FromSeconds(row["base"]),
                Factor = row["factor"],
                Cap = row.Optional("cap") is { } cap ? SimTime.FromSeconds(cap) : null,
                Limit = limit,
            },
            var other => throw row.Unknown(other),
        };
    }

    private sealed class WindowClients : CustomerTable
    {
        private readonly Simulation _simulation = new();

        public WindowClients(long limit, SimTime window, int clients)
        {
            _simulation.Attach(this);
            Window = new FixedWindow(_simulation, "api", limit, window, WhenEmpty.Reject);
            for (var client = 0; client < clients; client++)
            {
                Wake(client, 0);
            }

            _simulation.Run();
        }

        public FixedWindow Window { get; }

        public SimTime LastGrant { get; private set; }

        protected override void Wake(int customer, int tag) => Window.Request((ulong)customer, customer, tag);

        protected override void Granted(int customer, int tag) => LastGrant = _simulation.Now;

        protected override void Rejected(int customer, int tag) =>
            _simulation.Schedule(Window.NextWindow, (ulong)customer, customer, tag);
    }
}
