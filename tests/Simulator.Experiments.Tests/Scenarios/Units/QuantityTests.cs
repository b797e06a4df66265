using Simulator.Cluster.Services;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Language;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;

namespace Simulator.Experiments.Tests.Scenarios.Units;

/// <summary>Quantities are exact: what is written is what is simulated.</summary>
public sealed class QuantityTests
{
    private static readonly QuantityShape Size = new("a size", "1 GB", UnitTables.Data, bits => new DataSize(bits));
    private static readonly QuantityShape Rate = new("a rate", "1 GB/s", UnitTables.Rate, bits => new DataRate(bits));

    [TestCase("0 s", 0)]
    [TestCase("1 ns", 1)]
    [TestCase("1.5 s", 1_500_000_000)]
    [TestCase("1.5s", 1_500_000_000)]
    [TestCase("250 ms", 250_000_000)]
    [TestCase("3 us", 3_000)]
    [TestCase("20 min", 1_200_000_000_000)]
    [TestCase("11 min 35 s", 695_000_000_000)]
    [TestCase("1 h 2 min 3.25 s", 3_723_250_000_000)]
    [TestCase("2 d", 172_800_000_000_000)]
    [TestCase("0.1 s", 100_000_000)] // no double knows 0.1
    [TestCase("2.5 ns", 2)] // halves to even
    public void Durations_are_whole_nanoseconds(string text, long nanoseconds) =>
        Assert.That(new DurationShape(0).Parse(text).Value, Is.EqualTo(new SimTime(nanoseconds)));

    [TestCase("1 B", 8)]
    [TestCase("1 bit", 1)]
    [TestCase("1.2 GB", 9_600_000_000)]
    [TestCase("1 KiB", 8_192)]
    [TestCase("1.8 GiB", 15_461_882_266)] // 1.8 · 8 · 2^30 = 15461882265.6
    [TestCase("1 TB", 8_000_000_000_000)]
    [TestCase("3 Mbit", 3_000_000)]
    public void Sizes_are_whole_bits(string text, long bits) =>
        Assert.That(Size.Parse(text).Value, Is.EqualTo(new DataSize(bits)));

    [TestCase("100 Gbit/s", 100_000_000_000)]
    [TestCase("1 GB/s", 8_000_000_000)]
    [TestCase("600 MB/min", 80_000_000)]
    [TestCase("1 GiB/h", 2_386_093)] // 2^33 / 3600 = 2386092.94
    public void Rates_are_whole_bits_per_second(string text, long bits) =>
        Assert.That(Rate.Parse(text).Value, Is.EqualTo(new DataRate(bits)));

    [TestCase("20/s", 20, 1)]
    [TestCase("300/min", 300, 60)]
    [TestCase("0.5/s", 1, 2)]
    [TestCase("2.5/min", 5, 120)]
    [TestCase("1.25 / h", 5, 14_400)]
    [TestCase("10.00/s", 10, 1)]
    public void Frequencies_are_exact_ratios(string text, long count, long seconds) =>
        Assert.That(
            new FrequencyShape().Parse(text).Value,
            Is.EqualTo(new Frequency(count, new SimTime(seconds * SimTime.NanosecondsPerSecond)))
        );

    [TestCase("25 %", "0.25")]
    [TestCase("0.4 %", "0.004")]
    [TestCase("33.333 %", "0.33333")]
    [TestCase("100%", "1")]
    [TestCase("0 %", "0")]
    public void Shares_are_exact_decimals(string text, string share) =>
        Assert.That(new ShareShape(isOpen: false).Parse(text).Value, Is.EqualTo(decimal.Parse(share)));

    [TestCase("8 kW", 8_000_000, Dimension.Power)]
    [TestCase("2 MW", 2_000_000_000, Dimension.Power)]
    [TestCase("0.5 W", 500, Dimension.Power)]
    [TestCase("4", 4, Dimension.Count)]
    public void Amounts_are_milliwatts_or_pieces(string text, long units, Dimension dimension) =>
        Assert.That(ServiceLanguage.Amount.Parse(text).Value, Is.EqualTo(new Amount(units, dimension)));

    [TestCase("5 Gbps", "Write '5 Gbit/s'.")]
    [TestCase("5 Gbit", "Write '5 Gbit/s'.")]
    [TestCase("5", "Write the unit too: '5 Mbit/s', '5 Gbit/s' or '5 GB/s'.")]
    [TestCase("5 s", "Units are Mbit/s, Gbit/s, MB/s, GB/s and other amounts of data per s, min or h.")]
    [TestCase("05 GB/s", "Write '5': leading zeros are refused, because other readers take them for octal numbers.")]
    public void A_refused_rate_says_what_to_write(string text, string cure) =>
        Assert.That(Rate.Parse(text), Is.EqualTo(Parsed.Bad("a rate", cure)));

    [TestCase("cluster.node", "cluster.nodes")]
    [TestCase("gpus-per-nod", "gpus-per-node")]
    [TestCase("verfiy", "verify")]
    [TestCase("printer", null)]
    [TestCase("x", null)]
    public void The_nearest_word_is_proposed_where_it_is_near(string text, string? nearest) =>
        Assert.That(Suggestion.Nearest(text, ["verify", "cluster.nodes", "gpus-per-node", "y"]), Is.EqualTo(nearest));
}
