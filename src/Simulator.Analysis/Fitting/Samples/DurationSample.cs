namespace Simulator.Analysis.Fitting.Samples;

/// <summary>The observations of one step, equal ones merged, in ascending order of their upper, then lower ends.</summary>
/// <remarks>Immutable; thread-safe. Made by <see cref="DurationSampleBuilder"/>.</remarks>
public sealed class DurationSample
{
    private readonly Observation[] _observations;

    internal DurationSample(IEnumerable<Observation> observations)
    {
        _observations = [.. observations.OrderBy(entry => entry.High).ThenBy(entry => entry.Low)];
        foreach (var entry in _observations)
        {
            Total += entry.Count;
            Finished += entry.IsCensored ? 0 : entry.Count;
            IsExact &= entry.IsExact;
        }
    }

    /// <summary>The observations.</summary>
    public IReadOnlyList<Observation> Observations => _observations;

    /// <summary>n, all observations.</summary>
    public double Total { get; }

    /// <summary>Observations with an upper end.</summary>
    public double Finished { get; }

    /// <summary>Whether every duration is known.</summary>
    public bool IsExact { get; } = true;

    /// <summary>The same observations for loops that run often.</summary>
    internal ReadOnlySpan<Observation> Span => _observations;

    /// <summary>Makes a sample of known durations.</summary>
    /// <param name="values">Shape [n], in seconds, finite, &gt; 0, any order.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value that is not finite or not above 0.</exception>
    public static DurationSample OfValues(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new DurationSampleBuilder();
        foreach (var value in values)
        {
            builder.Add(value, value);
        }

        return builder.Build();
    }

    /// <summary>Mean and standard deviation of ln X, an interval taken at its middle; what a search starts from.</summary>
    internal (double Mean, double Deviation) LogMoments()
    {
        double sum = 0,
            squares = 0;
        foreach (var entry in _observations)
        {
            sum += entry.Count * LogOf(entry);
        }

        var mean = sum / Total;
        foreach (var entry in _observations)
        {
            var distance = LogOf(entry) - mean;
            squares += entry.Count * distance * distance;
        }

        return (mean, Math.Sqrt(squares / Total));
    }

    /// <summary>ΣX/n, an interval taken at its middle.</summary>
    internal double MiddleMean() => _observations.Sum(entry => entry.Count * entry.Middle) / Total;

    private static double LogOf(Observation entry) => Math.Log(Math.Max(entry.Middle, 1e-9));
}
