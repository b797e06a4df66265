using Simulator.Reporting.Comparing;

namespace Simulator.Reporting.Tests.Comparing;

/// <summary>Which scale an axis has, and where values lie on it.</summary>
public sealed class PlotAxisTests
{
    [Test]
    public void Up_to_a_decade_it_is_linear_from_0()
    {
        var axis = PlotAxis.Of([100, 999], 500);

        Assert.That((axis.IsLogarithmic, axis.Low, axis.PixelOf(0)), Is.EqualTo((false, 0.0, 0.0)));
    }

    [Test]
    public void From_a_decade_on_it_is_logarithmic_with_room_at_both_ends()
    {
        var axis = PlotAxis.Of([10, 1000], 120);

        Assert.That(axis.IsLogarithmic, Is.True);
        Assert.That(axis.PixelOf(10), Is.EqualTo(10).Within(1e-9)); // two decades and a tenth of them at each end
        Assert.That(axis.PixelOf(100), Is.EqualTo(60).Within(1e-9));
        Assert.That(axis.FromPixel(60), Is.EqualTo(2).Within(1e-9));
    }

    [Test]
    public void A_0_has_a_place_below_all_others_on_a_logarithmic_axis()
    {
        var axis = PlotAxis.Of([0, 10, 1000], 400);

        Assert.That(axis.IsLogarithmic, Is.True);
        Assert.That(axis.PixelOf(0), Is.Positive.And.LessThan(axis.PixelOf(10) - 30));
        Assert.That(axis.CountMarks(30).First().Label, Is.EqualTo("0"));
        Assert.That(axis.CountMarks(30).Select(mark => mark.Label), Has.Some.EqualTo("100").And.Some.EqualTo("1k"));
    }

    [Test]
    public void Nothing_but_zeros_is_an_axis_too() =>
        Assert.That(PlotAxis.Of([0, 0], 100).PixelOf(0), Is.InRange(0, 100));
}
