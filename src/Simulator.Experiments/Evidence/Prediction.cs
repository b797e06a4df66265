namespace Simulator.Experiments.Evidence;

/// <summary>What a scenario predicts for one n. Seconds.</summary>
/// <param name="Seconds">The mean over replications.</param>
/// <param name="Low">The least of 39 replications: a 40th lies between the two ends with probability 38/40.</param>
/// <param name="High">The greatest; all three are the same where nothing is random.</param>
public readonly record struct Prediction(double Seconds, double Low, double High)
{
    /// <summary>The logarithm of the time.</summary>
    public double Log => Math.Log(Seconds);
}
