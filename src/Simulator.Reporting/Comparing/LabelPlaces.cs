namespace Simulator.Reporting.Comparing;

/// <summary>Puts a label beside each marker so that none covers another, or a marker, where there is room.</summary>
/// <param name="width">Pixels across.</param>
/// <param name="height">Pixels up.</param>
internal sealed class LabelPlaces(double width, double height)
{
    private const double HalfLine = 9;
    private const double HalfMarker = 7;
    private static readonly double[] Distances = [11, 24, 40, 58, 78, 100, 124, 150];

    private static readonly (double X, double Y)[] Directions =
    [
        (1, 0),
        (-1, 0),
        (0.7, 0.9),
        (0.7, -0.9),
        (-0.7, 0.9),
        (-0.7, -0.9),
        (0, 1.4),
        (0, -1.4),
    ];

    private readonly List<(double Left, double Right, double Low, double High)> _taken = [];

    /// <summary>Places labels in their order.</summary>
    /// <param name="markers">Pixels from the lower left corner, shape [n].</param>
    /// <param name="widths">Pixels that each text takes, shape [n].</param>
    /// <returns>For each the middle of its left edge.</returns>
    public IReadOnlyList<(double X, double Y)> Place(
        IReadOnlyList<(double X, double Y)> markers,
        IReadOnlyList<double> widths
    )
    {
        foreach (var (x, y) in markers)
        {
            _taken.Add((x - HalfMarker, x + HalfMarker, y - HalfMarker, y + HalfMarker));
        }

        return [.. markers.Select((marker, index) => PlaceOne(marker, widths[index]))];
    }

    private (double X, double Y) PlaceOne((double X, double Y) marker, double text)
    {
        var candidates = Distances
            .SelectMany(distance => Directions.Select(way => Candidate(marker, way, distance, text)))
            .ToList();
        var free = candidates.FindIndex(place => Overlap(place, text) == 0);
        var (x, y) = free >= 0 ? candidates[free] : candidates.MinBy(place => Overlap(place, text));
        _taken.Add(BoxOf((x, y), text));
        return (x, y);
    }

    private static (double X, double Y) Candidate(
        (double X, double Y) marker,
        (double X, double Y) way,
        double distance,
        double text
    )
    {
        var (x, y) = (marker.X + (way.X * distance), marker.Y + (way.Y * distance));
        return (
            way.X > 0 ? x
            : way.X < 0 ? x - text
            : x - (text / 2),
            y
        );
    }

    private static (double Left, double Right, double Low, double High) BoxOf(
        (double X, double Y) place,
        double text
    ) => (place.X, place.X + text, place.Y - HalfLine, place.Y + HalfLine);

    /// <summary>Square pixels shared with what is there, and what sticks out of the frame.</summary>
    private double Overlap((double X, double Y) place, double text)
    {
        var (left, right, low, high) = BoxOf(place, text);
        var outside = Math.Max(0, -left) + Math.Max(0, right - width) + Math.Max(0, -low) + Math.Max(0, high - height);
        return (outside * text)
            + _taken.Sum(other =>
                Math.Max(0, Math.Min(right, other.Right) - Math.Max(left, other.Left))
                * Math.Max(0, Math.Min(high, other.High) - Math.Max(low, other.Low))
            );
    }
}
