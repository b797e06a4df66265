using System.Globalization;
using Simulator.Experiments.Scenarios;

namespace Simulator.Experiments.Levers;

/// <summary>A number in a scenario that can be raised so that fewer nodes wait: servers, a bandwidth, a rate, a limit.</summary>
/// <remarks>Immutable. Values are in the unit in which the file states them.</remarks>
public sealed record Lever
{
    private const int SmallWhole = 100;

    /// <summary>Its key path, such as <c>services.uploads.station.servers</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The factor that it belongs to: a service, <c>rollout.limit</c> or <c>rollout.limit.cap</c>.</summary>
    public required string Factor { get; init; }

    /// <summary>The number that the file has.</summary>
    public required decimal Number { get; init; }

    /// <summary>What follows the number in the file, blanks included; empty for a bare number.</summary>
    public required string Unit { get; init; }

    /// <summary>The number from which on more of it changes nothing, at least <see cref="Number"/>.</summary>
    public required decimal Most { get; init; }

    /// <summary>Whether only whole numbers fit.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whole numbers are multiples of this one, where parts would be of no use: the nodes of a unit.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>Whether more of it is faster for a node that is alone too, so that the floor moves with it.</summary>
    public bool MovesFloor { get; init; }

    /// <summary>A value as the file would write it.</summary>
    /// <param name="number">The number.</param>
    public string Text(decimal number) => number.ToString("0.##################", CultureInfo.InvariantCulture) + Unit;

    /// <summary>
    /// The values above the file's own that a person would write, rising: whole numbers up to 100, else two significant
    /// digits; the last is <see cref="Most"/>.
    /// </summary>
    public IReadOnlyList<decimal> Values()
    {
        var values = new List<decimal>();
        for (var value = Next(Number); value < Most; value = Next(value))
        {
            values.Add(value);
        }

        if (Most > Number)
        {
            values.Add(Most);
        }

        return values;
    }

    /// <summary>The next value above a number: one more up to 100, the next with two significant digits from there on.</summary>
    private decimal Next(decimal number)
    {
        if (IsWhole && number < SmallWhole * Multiple)
        {
            return (decimal.Floor(number / Multiple) + 1) * Multiple;
        }

        var digit = 1m;
        while (number >= 100 * digit)
        {
            digit *= 10;
        }

        while (number < 10 * digit)
        {
            digit /= 10;
        }

        var next = (decimal.Floor(number / digit) + 1) * digit;
        return Multiple == 1 ? next : decimal.Ceiling(next / Multiple) * Multiple;
    }

    /// <summary>The scenario with another value of it.</summary>
    /// <param name="scenario">The scenario that it was found in, other values changed or not.</param>
    /// <param name="number">The number.</param>
    public Scenario Set(Scenario scenario, decimal number)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.With(Path, Text(number));
    }
}
