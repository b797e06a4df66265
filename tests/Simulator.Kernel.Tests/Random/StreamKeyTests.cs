using System.Globalization;
using Simulator.Kernel.Random;

namespace Simulator.Kernel.Tests.Random;

/// <summary>Known answers of the generator and of the keyed streams made of it.</summary>
public sealed class StreamKeyTests
{
    private static IEnumerable<TestCaseData> PublishedBlocks() => Rows("random123-kat");

    private static IEnumerable<TestCaseData> Draws() => Rows("proposed-stream");

    [TestCaseSource(nameof(PublishedBlocks))]
    public void Philox_gives_the_published_words(string[] row)
    {
        var counter = Words(row[3]);
        var key = Words(row[4]);

        var block = Philox.Block(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);

        Assert.That(new[] { block.Word0, block.Word1, block.Word2, block.Word3 }, Is.EqualTo(Words(row[5])));
    }

    [TestCaseSource(nameof(Draws))]
    public void A_draw_is_a_function_of_seed_replication_node_step_attempt_and_number(string[] row)
    {
        var fields = row[8].Split(' ').Select(field => ulong.Parse(field.Split('=')[1])).ToArray();
        var (node, step, attempt, draw) = ((uint)fields[2], (uint)fields[3], (uint)fields[4], (uint)fields[5]);

        var key = StreamKey.Derive(fields[0], fields[1]);
        var u = key.Uniform(node, step, attempt, draw);
        var pair = key.UniformPair(node, step, attempt, draw);
        var words = Words(row[5]);

        Assert.That(new[] { key.Word0, key.Word1 }, Is.EqualTo(Words(row[4])));
        Assert.That(BitConverter.DoubleToUInt64Bits(u), Is.EqualTo(Convert.ToUInt64(row[7], 16)));
        Assert.That(u, Is.EqualTo(double.Parse(row[6], CultureInfo.InvariantCulture)));
        Assert.That(pair, Is.EqualTo((u, Philox.ToUniform(words[2], words[3]))));
    }

    [Test]
    public void A_run_over_nodes_has_the_bits_of_single_draws(
        [Values(0, 1, 3, 4, 5, 64, 1003)] int count,
        [Values(0u, 7u, 4_294_966_000u)] uint firstNode
    )
    {
        var key = StreamKey.Derive(20261123, 5);
        var run = new double[count];

        key.Uniforms(firstNode, 0xDEADBEEF, 3, 1, run);

        Assert.That(run, Is.EqualTo(run.Select((_, i) => key.Uniform(firstNode + (uint)i, 0xDEADBEEF, 3, 1))));
    }

    [Test]
    public void A_run_beyond_32_bits_of_nodes_is_refused()
    {
        var key = StreamKey.Derive(1, 0);

        var refusal = Assert.Throws<ArgumentException>(() => key.Uniforms(uint.MaxValue, 1, 1, 0, new double[2]));

        Assert.That(refusal!.Message, Does.Contain("4294967295"));
    }

    [Test]
    public void The_extreme_words_give_numbers_strictly_inside_the_unit_interval()
    {
        var smallest = Philox.ToUniform(0, 0);
        var largest = Philox.ToUniform(uint.MaxValue, uint.MaxValue);

        Assert.That(smallest, Is.EqualTo(Math.ScaleB(1, -53)));
        Assert.That(largest, Is.EqualTo(1 - Math.ScaleB(1, -53)));
    }

    private static IEnumerable<TestCaseData> Rows(string kind) =>
        ReferenceTable
            .Rows("rng_kat.csv")
            .Where(row => string.Equals(row[0], kind, StringComparison.Ordinal))
            .Select((row, index) => new TestCaseData([row]).SetArgDisplayNames($"row {index}"));

    private static uint[] Words(string hex) => [.. hex.Split(' ').Select(word => Convert.ToUInt32(word, 16))];
}
