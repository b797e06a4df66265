namespace Simulator.Experiments.Analytic;

/// <summary>A scenario holds something that the mean-value solver cannot answer; the message names the key and says why.</summary>
public sealed class AnalyticException : Exception
{
    /// <summary>Names what is in the way.</summary>
    /// <param name="path">The key path, such as <c>services.api.token-bucket.when-empty</c>.</param>
    /// <param name="why">What it makes of the rollout, as a clause.</param>
    public AnalyticException(string path, string why)
        : base($"--engine analytic cannot answer this: {path}: {why}. Without --engine it is simulated.") =>
        Path = path;

    /// <summary>The key path.</summary>
    public string Path { get; }
}
