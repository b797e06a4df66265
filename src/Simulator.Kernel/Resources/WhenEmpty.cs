namespace Simulator.Kernel.Resources;

/// <summary>What a token bucket does with a request that it cannot meet now.</summary>
public enum WhenEmpty
{
    /// <summary>The request waits in line; the head of the line blocks those behind it.</summary>
    Wait,

    /// <summary>The request is refused at once (HTTP 429); trying again is the client's business.</summary>
    Reject,
}
