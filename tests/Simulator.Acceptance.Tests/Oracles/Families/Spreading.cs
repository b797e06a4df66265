using System.Text.Json;
using Simulator.Acceptance.Tests.Oracles.Answers;
using Simulator.Cluster.Bounds;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Broadcasts;

namespace Simulator.Acceptance.Tests.Oracles.Families;

/// <summary>A file, or a rumour, from few to all.</summary>
internal static class Spreading
{
    /// <summary>Chunks times receivers of a swarm whose file has no chunks of its own.</summary>
    private const int ChunkTransfers = 20_000;
    private const int FewestChunks = 32;
    private const int MostChunks = 256;

    /// <summary>How far above the bound a swarm may end.</summary>
    private const double Factor = 2;
    private const double Exact = 1e-9;

    public static Answer Binomial(OracleRow row)
    {
        Require(row, "time the last node has the file");
        var time = new ChunkedFile(Models.Megabytes(row["F_MB"]), 1).TimeOf(Rate(row["C_MBps"]));
        return Answer.Of(SeedRun.Simulate(row.Nodes, 1, _ => time).Seconds);
    }

    public static Answer Chain(OracleRow row)
    {
        Require(row, "time the last node has the whole file");
        var simulation = new Simulation();
        var file = new ChunkedFile(Models.Megabytes(row["F_MB"]), (int)row.Count("chunks"));
        var chain = new RelayTree(simulation, "chain", row.Nodes, new RelayPlan(1, file, Rate(row["C_MBps"])));
        chain.Start();
        simulation.Run();
        return Ended(chain);
    }

    public static Answer Seeding(OracleRow row)
    {
        Require(row, "E[time all have the file]");
        var law = Exponential.FromRate(row["mu"]);
        return Replications.Mean(
            row,
            replication =>
            {
                var draws = Replicated.Draws(replication, row.Nodes, law);
                return SeedRun
                    .Simulate(row.Nodes, row.Count("seeds"), node => SimTime.FromSeconds(draws[node]))
                    .Seconds;
            }
        );
    }

    public static Answer Gossip(OracleRow row)
    {
        Require(row, "E[number of rounds]");
        return Replications.Mean(
            row,
            replication =>
            {
                var simulation = new Simulation();
                var stream = StreamKey.Derive(Models.Seed, replication);
                var gossip = new PushGossip(simulation, "gossip", (int)row.Count("n"), SimTime.FromSeconds(1), stream);
                gossip.Start(0);
                simulation.Run();
                Assert.That(gossip.Complete, Is.EqualTo(gossip.Count));
                return gossip.Rounds;
            }
        );
    }

    /// <summary>The bound is the product's; a swarm that is simulated must end within [1, 2] times it.</summary>
    public static Answer Fluid(OracleRow row)
    {
        Require(row, "minimum distribution time");
        var (source, uploads, downloads) = (Rate(row["us"]), Rates(row, "u"), Rates(row, "d"));
        var size = Models.Megabytes(row["F_MB"]);
        var chunks = Math.Clamp(ChunkTransfers / row.Nodes, FewestChunks, MostChunks);
        var bound = DistributionBounds.Fluid(size, source, uploads, downloads);
        CheckSwarm(
            bound,
            new ChunkedFile(size, chunks),
            [new SwarmPeer(source), .. uploads.Zip(downloads, (up, down) => new SwarmPeer(up, down))]
        );
        return Answer.Of(bound);
    }

    /// <inheritdoc cref="Fluid"/>
    public static Answer Scheduled(OracleRow row)
    {
        Require(row, "minimum makespan");
        var (rate, file) = (
            Rate(row["C_MBps"]),
            new ChunkedFile(Models.Megabytes(row["F_MB"]), (int)row.Count("chunks"))
        );
        var bound = DistributionBounds.Chunked(row.Nodes, file.Size, rate, file.Chunks);
        CheckSwarm(bound, file, [.. Enumerable.Repeat(new SwarmPeer(rate), row.Nodes + 1)]);
        return Answer.Of(bound);
    }

    private static void CheckSwarm(double bound, ChunkedFile file, SwarmPeer[] members)
    {
        var simulation = new Simulation();
        var swarm = new ChunkSwarm(simulation, "swarm", file, members, StreamKey.Derive(Models.Seed, 0));
        swarm.Start();
        simulation.Run();
        Assert.That(swarm.Complete, Is.EqualTo(members.Length - 1));
        Assert.That(swarm.LastAt.Seconds, Is.InRange(bound * (1 - Exact), Factor * bound));
    }

    private static Answer Ended(Receivers broadcast)
    {
        Assert.That(broadcast.Complete, Is.EqualTo(broadcast.Count));
        return Answer.Of(broadcast.LastAt.Seconds);
    }

    private static void Require(OracleRow row, string quantity)
    {
        if (!row.Quantity.StartsWith(quantity, StringComparison.Ordinal))
        {
            throw row.Unknown(row.Quantity);
        }
    }

    /// <summary>One number is meant for all.</summary>
    private static DataRate[] Rates(OracleRow row, string name)
    {
        var given = row.Params.GetProperty(name);
        double[] rates = given.ValueKind == JsonValueKind.Number ? [given.GetDouble()] : [.. row.Numbers(name)];
        return [.. Enumerable.Range(0, row.Nodes).Select(peer => Rate(rates[rates.Length == 1 ? 0 : peer]))];
    }

    private static DataRate Rate(double megabytesPerSecond) => new((long)Math.Round(megabytesPerSecond * 8e6));
}
