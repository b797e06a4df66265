using Simulator.Analysis.Fitting;

namespace Simulator.Experiments.Logs;

/// <summary>What a log says of one step.</summary>
public sealed record StepFit
{
    /// <summary>The step as the log names it.</summary>
    public required string Step { get; init; }

    /// <summary>Its name as a scenario would write it; unlike that of the other steps.</summary>
    public required string Name { get; init; }

    /// <summary>Attempts that ended well.</summary>
    public required long Ok { get; init; }

    /// <summary>Attempts that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Attempts that had not ended.</summary>
    public required long Unfinished { get; init; }

    /// <summary>The law of the duration of attempts that end well; null where none did.</summary>
    public required SampleFit? Fit { get; init; }

    /// <summary>The period at which ends were looked for, in seconds; null where they are known.</summary>
    public required double? Poll { get; init; }

    /// <summary>The probability that an attempt fails; null where none ended.</summary>
    public BinomialInterval? Fails { get; init; }

    /// <summary>The median time of failed attempts, in seconds; null where none failed.</summary>
    public double? FailedMedian { get; init; }

    /// <summary>The most attempts in a row on one node.</summary>
    public int MostAttempts { get; init; } = 1;

    /// <summary>How much ln durations of one rack resemble each other; null where racks are not known.</summary>
    public IntraclassCorrelation? RackCorrelation { get; init; }

    /// <summary>How many durations lie outside the fence.</summary>
    public long OutlierCount { get; init; }

    /// <summary>The first hundred of them in the order of the file.</summary>
    public IReadOnlyList<OutlierResult> Outliers { get; init; } = [];

    /// <summary>What a reader has to know before believing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
