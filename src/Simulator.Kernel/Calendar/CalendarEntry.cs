namespace Simulator.Kernel.Calendar;

/// <summary>A wake-up to come: when, in which order among equals, whom, and what it is about.</summary>
/// <param name="Time">Nanoseconds from t = 0.</param>
/// <param name="Key">Rank among wake-ups of one instant, by content and never by insertion.</param>
/// <param name="Customer">A row of the customer table (>= 0) or an agent (&lt; 0).</param>
/// <param name="Tag">Handed back to the customer.</param>
internal readonly record struct CalendarEntry(long Time, ulong Key, int Customer, int Tag)
{
    /// <summary>By time, then key, then customer, then tag: a total order by content.</summary>
    public bool IsBefore(in CalendarEntry other) =>
        Time != other.Time ? Time < other.Time
        : Key != other.Key ? Key < other.Key
        : Customer != other.Customer ? Customer < other.Customer
        : Tag < other.Tag;
}
