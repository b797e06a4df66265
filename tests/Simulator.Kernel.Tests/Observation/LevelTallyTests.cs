using CsCheck;
using Simulator.Kernel.Observation;

namespace Simulator.Kernel.Tests.Observation;

/// <summary>Means over time of whole numbers, without rounding.</summary>
public sealed class LevelTallyTests
{
    private static readonly Gen<(long Level, long Lasted)[]> Stretches = Gen.Select(
        Gen.Long[0, 1_000_000],
        Gen.Long[0, SimTime.Horizon.Nanoseconds]
    ).Array[0, 20];

    [Test]
    public void A_level_counts_for_as_long_as_it_lasts()
    {
        var tally = Of((2, 3), (0, 4), (5, 0), (1, 1));

        // (2 · 3 + 1 · 1) / 8; above zero for 3 + 1; the 5 that lasted no time leaves no trace
        Assert.That((tally.Mean, tally.BusyShare, tally.Maximum), Is.EqualTo((7.0 / 8, 4.0 / 8, 2L)));
    }

    [Test]
    public void While_no_time_was_observed_nothing_is_known() =>
        Assert.That((Of().Mean, Of((3, 0)).BusyShare), Is.EqualTo((double.NaN, double.NaN)));

    [Test]
    public void Levels_and_times_below_zero_are_refused()
    {
        Assert.That(() => Of((-1, 1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Of((1, -1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test] // property: exact, so in any grouping
    public void Parts_merged_in_any_way_are_the_whole() =>
        Gen.Select(Stretches, Stretches, Stretches)
            .Sample(
                (a, b, c) =>
                {
                    var left = Merged(Merged(Of(a), Of(b)), Of(c));
                    var right = Merged(Of(c), Merged(Of(b), Of(a)));
                    return Content(left) == Content(Of([.. a, .. b, .. c])) && Content(left) == Content(right);
                }
            );

    private static LevelTally Of(params (long Level, long Lasted)[] stretches)
    {
        var tally = new LevelTally();
        foreach (var (level, lasted) in stretches)
        {
            tally.Add(level, new SimTime(lasted));
        }

        return tally;
    }

    private static LevelTally Merged(LevelTally into, LevelTally other)
    {
        into.Merge(other);
        return into;
    }

    private static (Int128, Int128, Int128, long) Content(LevelTally tally) =>
        (tally.Span, tally.Area, tally.BusySpan, tally.Maximum);
}
