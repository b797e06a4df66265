using Simulator.Cluster.Services;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;

namespace Simulator.Experiments.Elicitation.Asking;

/// <summary>Values of the grammar as plain numbers.</summary>
internal static class BaseUnits
{
    /// <summary>The number of base units, and what they count; null for what is no number, such as opening hours.</summary>
    public static (double Number, string Dimension)? Of(object value) =>
        value switch
        {
            SimTime span => (span.Nanoseconds, "time"),
            DataSize size => (size.Bits, "data"),
            DataRate rate => (rate.BitsPerSecond, "rate"),
            Frequency events => (events.PerSecond, "frequency"),
            Amount amount => (amount.Units, $"{amount.Dimension}"),
            Counted counted => ((double)counted.Number, counted.Unit),
            decimal share => ((double)share, "share"),
            long count => (count, "count"),
            double number => (number, "number"),
            _ => null,
        };

    /// <summary>Whether a value of the same kind has to be whole.</summary>
    public static bool IsWhole(object value) =>
        value is long or Counted { Unit: not "%" } or Amount { Dimension: Dimension.Count };
}
