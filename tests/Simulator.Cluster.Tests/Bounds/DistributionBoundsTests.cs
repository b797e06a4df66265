using Simulator.Cluster.Bounds;
using Simulator.Kernel;

namespace Simulator.Cluster.Tests.Bounds;

/// <summary>What no way of spreading a file can beat.</summary>
public sealed class DistributionBoundsTests
{
    private static readonly DataSize File = new(600);

    [TestCase(10, new long[] { 90, 90 }, new long[] { 500, 500 }, 60)] // the source alone: 600 / 10
    [TestCase(100, new long[] { 90, 90 }, new long[] { 5, 500 }, 120)] // the slowest download: 600 / 5
    [TestCase(20, new long[] { 5, 5 }, new long[] { 500, 500 }, 40)] // all uploads: 2 * 600 / 30
    public void The_tightest_of_three_limits_counts(long source, long[] uploads, long[] downloads, double seconds) =>
        Assert.That(
            DistributionBounds.Fluid(File, new DataRate(source), Rates(uploads), Rates(downloads)),
            Is.EqualTo(seconds).Within(1e-12)
        );

    [Test]
    public void Chunks_take_one_round_each_and_one_for_every_doubling()
    {
        // 1,000 receivers: 9 doublings; 64 rounds of 600 / 64 bits
        Assert.That(
            DistributionBounds.Chunked(1_000, File, new DataRate(1), 64),
            Is.EqualTo(600.0 * 73 / 64).Within(1e-9)
        );
        Assert.That(DistributionBounds.Chunked(1, File, new DataRate(1), 1), Is.EqualTo(600).Within(1e-12));
    }

    [Test]
    public void What_is_no_swarm_is_refused()
    {
        Assert.That(
            () => DistributionBounds.Fluid(File, new DataRate(1), Rates([1, 1]), Rates([1])),
            Throws.ArgumentException.With.Message.Contains("1 downloads are given for 2 receivers")
        );
        Assert.That(
            () => DistributionBounds.Fluid(File, default, Rates([1]), []),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    private static DataRate[] Rates(long[] rates) => [.. rates.Select(rate => new DataRate(rate))];
}
