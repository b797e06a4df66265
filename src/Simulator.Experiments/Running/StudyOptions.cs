namespace Simulator.Experiments.Running;

/// <summary>How a study is carried out; nothing here changes a number, except how many replications there are.</summary>
public sealed record StudyOptions
{
    /// <summary>Threads that run replications, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>A fixed number of replications; null stops on precision.</summary>
    public int? Replications { get; init; }

    /// <summary>Most replications of a cell when stopping on precision.</summary>
    public int MostReplications { get; init; } = 960;

    /// <summary>Sizes N ≥ 1 at which the law of the curve is read; twice the largest one run where it is empty.</summary>
    public IReadOnlyList<long> Predict { get; init; } = [];

    /// <summary>Whether the most nodes out of service at once are counted in every replication.</summary>
    public bool MeasuresPeak { get; init; }

    /// <summary>The folder that finished units are kept in, and taken from; none where it is null.</summary>
    public string? Folder { get; init; }
}
