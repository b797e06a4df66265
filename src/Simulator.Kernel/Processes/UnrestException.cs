namespace Simulator.Kernel.Processes;

/// <summary>A run ended while processes wait or something is held.</summary>
public sealed class UnrestException : Exception
{
    private const int Shown = 10;

    /// <summary>States when, who and what.</summary>
    /// <param name="at">The instant at which the run ended.</param>
    /// <param name="culprits">A clause for each process that waits, then for each resource that is held.</param>
    public UnrestException(SimTime at, IReadOnlyList<string> culprits)
        : base(Sentence(at, culprits))
    {
        At = at;
        Culprits = culprits;
    }

    /// <summary>The instant at which the run ended.</summary>
    public SimTime At { get; }

    /// <summary>A clause for each process that waits, then for each resource that is held.</summary>
    public IReadOnlyList<string> Culprits { get; }

    private static string Sentence(SimTime at, IReadOnlyList<string> culprits)
    {
        ArgumentNullException.ThrowIfNull(culprits);
        var more = culprits.Count > Shown ? $"; and {culprits.Count - Shown} more" : "";
        return $"The run ended at {at}, and not all is at rest: {string.Join("; ", culprits.Take(Shown))}{more}.";
    }
}
