using Simulator.Analysis.Horizons;

namespace Simulator.Analysis.Tests.Horizons;

/// <summary>From which population on a closed loop must wait.</summary>
public sealed class AsymptoticBoundsTests
{
    [Test]
    public void A_loop_saturates_where_the_largest_demand_fills_a_whole_cycle() =>
        // (5 + 0.5 + 0.3 + 0.1) / 0.5 = 11.8
        Assert.That(AsymptoticBounds.SaturationPopulation(5, [0.5, 0.3, 0.1]), Is.EqualTo(11.8).Within(1e-12));

    [Test]
    public void A_loop_of_one_station_without_thinking_is_full_with_one_customer() =>
        Assert.That(AsymptoticBounds.SaturationPopulation(0, [7]), Is.EqualTo(1));

    [Test]
    public void A_loop_without_stations_is_refused() =>
        Assert.That(() => AsymptoticBounds.SaturationPopulation(1, []), Throws.ArgumentException);

    [TestCase(-1, 1)]
    [TestCase(double.NaN, 1)]
    [TestCase(1, 0)]
    [TestCase(1, double.PositiveInfinity)]
    public void Times_that_are_no_times_are_refused(double think, double demand) =>
        Assert.That(
            () => AsymptoticBounds.SaturationPopulation(think, [demand]),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
}
