namespace Simulator.Kernel;

/// <summary>A run did more at one instant, or went further in time, than any sane model does.</summary>
public sealed class RunawayException : Exception
{
    /// <summary>States what ran away, and when.</summary>
    /// <param name="message">What was seen.</param>
    /// <param name="at">The instant.</param>
    /// <param name="customer">The customer that was served last.</param>
    public RunawayException(string message, SimTime at, int customer)
        : base(message)
    {
        At = at;
        Customer = customer;
    }

    /// <summary>The instant at which the run was stopped.</summary>
    public SimTime At { get; }

    /// <summary>The customer that was served last: a row (>= 0) or an agent (&lt; 0).</summary>
    public int Customer { get; }
}
