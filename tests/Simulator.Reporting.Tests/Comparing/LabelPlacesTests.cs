using CsCheck;
using Simulator.Reporting.Comparing;

namespace Simulator.Reporting.Tests.Comparing;

/// <summary>Labels beside their markers: none covers another while there is room, all stay inside.</summary>
public sealed class LabelPlacesTests
{
    private const double Width = 880;
    private const double Height = 350;

    [Test]
    public void Eight_labels_never_cover_each_other_or_leave_the_frame() =>
        Gen.Select(Gen.Double[0.1, 0.9], Gen.Double[0.1, 0.9], Gen.Double[30, 180])
            .Array[8]
            .Sample(all =>
            {
                var widths = all.Select(one => one.Item3).ToList();
                var places = new LabelPlaces(Width, Height).Place(
                    [.. all.Select(one => (one.Item1 * Width, one.Item2 * Height))],
                    widths
                );
                return places.Index().All(own => IsInside(own.Item, widths[own.Index]))
                    && !places
                        .Index()
                        .Any(own => places.Index().Take(own.Index).Any(other => Meet(own, other, widths)));
            });

    [Test]
    public void A_single_label_stands_to_the_right_of_its_marker() =>
        Assert.That(new LabelPlaces(Width, Height).Place([(100, 100)], [50]), Is.EqualTo([(111.0, 100.0)]));

    private static bool IsInside((double X, double Y) place, double width) =>
        place.X >= 0 && place.X + width <= Width && place.Y >= 9 && place.Y <= Height - 9;

    private static bool Meet(
        (int Index, (double X, double Y) Item) one,
        (int Index, (double X, double Y) Item) other,
        List<double> widths
    ) =>
        Math.Abs(one.Item.Y - other.Item.Y) < 18
        && one.Item.X < other.Item.X + widths[other.Index]
        && other.Item.X < one.Item.X + widths[one.Index];
}
