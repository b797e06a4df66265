namespace Simulator.Reporting.Plots;

/// <summary>A vertical mark in T(N): the size up to which a limit does not bite, and the lane in which its name stands.</summary>
/// <param name="Text">Name and size.</param>
/// <param name="X">Where it stands, in pixels from the left end of the data.</param>
/// <param name="Lane">Row of the name, 0 = nearest to the curves.</param>
/// <param name="IsLeft">Whether the name stands to the left of the mark, for want of room.</param>
internal readonly record struct LimitMark(string Text, double X, int Lane, bool IsLeft)
{
    /// <summary>Finds lanes in which no name covers another or is crossed by another's mark.</summary>
    /// <param name="marks">Texts and places, any order.</param>
    /// <param name="width">Pixels across the data.</param>
    /// <returns>The marks from right to left.</returns>
    public static IReadOnlyList<LimitMark> Place(IEnumerable<(string Text, double X)> marks, double width)
    {
        var placed = new List<LimitMark>();
        foreach (
            var (text, x) in marks.OrderByDescending(mark => mark.X).ThenBy(mark => mark.Text, StringComparer.Ordinal)
        )
        {
            var isLeft = x + Extent(text) > width && x - Extent(text) >= 0;
            var candidate = new LimitMark(text, x, 0, isLeft);
            var lane = placed
                .Where(other => Meet(candidate, other))
                .Select(other => other.Lane + 1)
                .DefaultIfEmpty(0)
                .Max();
            placed.Add(candidate with { Lane = lane });
        }

        return placed;
    }

    private static double Extent(string text) => Lettering.Label.Measure(text) + 12;

    private static bool Meet(LimitMark first, LimitMark second)
    {
        var (low, high) = Span(first);
        var (otherLow, otherHigh) = Span(second);
        return low <= otherHigh && otherLow <= high;
    }

    private static (double Low, double High) Span(LimitMark mark) =>
        mark.IsLeft ? (mark.X - Extent(mark.Text), mark.X) : (mark.X, mark.X + Extent(mark.Text));
}
