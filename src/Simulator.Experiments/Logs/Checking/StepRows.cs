using Simulator.Analysis.Fitting;
using Simulator.Analysis.Fitting.Samples;
using Simulator.Experiments.Logs.Reading;

namespace Simulator.Experiments.Logs.Checking;

/// <summary>The attempts of one step, gathered: durations, failures, racks.</summary>
/// <param name="poll">The period at which ends were looked for, in ns; 0 where they are known.</param>
internal sealed class StepRows(long poll)
{
    private const double Second = 1e9;
    private const double Least = 1 / Second;
    private readonly DurationSampleBuilder _durations = new();
    private readonly DurationSampleBuilder _failures = new();
    private readonly Dictionary<int, (double Count, double Sum, double Squares)> _racks = [];
    private double? _center;

    public long Ok { get; private set; }

    public long Failed { get; private set; }

    public long Unfinished { get; private set; }

    /// <summary>Takes one attempt.</summary>
    /// <param name="row">The attempt; one that had not ended, with the instant of the last look at its end.</param>
    /// <param name="rack">The rack of its node.</param>
    public void Add(LogRow row, int rack)
    {
        var (low, high) = SpanOf(row);
        switch (row.Outcome)
        {
            case LogOutcome.Unfinished:
                Unfinished++;
                // the last look was up to a period before the end of the log, half of one on average
                _durations.Add(Math.Max(0, high - (0.5 * poll / Second)), double.PositiveInfinity);
                break;
            case LogOutcome.Failed:
                Failed++;
                _failures.Add(Math.Max(high, Least), Math.Max(high, Least));
                break;
            default:
                Ok++;
                _durations.Add(low, high);
                AddToRack(rack, Math.Log(low == 0 ? 0.5 * high : 0.5 * (low + high)));
                break;
        }
    }

    /// <summary>Lower and upper end of the duration in seconds.</summary>
    public (double Low, double High) SpanOf(LogRow row)
    {
        var nanoseconds = row.Nanoseconds;
        if (poll == 0 || row.Outcome != LogOutcome.Ok)
        {
            return (nanoseconds / Second, nanoseconds / Second);
        }

        return (Math.Max(0, nanoseconds - poll) / Second, (nanoseconds == 0 ? poll : nanoseconds) / Second);
    }

    public DurationSample Durations() => _durations.Build();

    public double? FailedMedian() => Failed == 0 ? null : EmpiricalDistribution.Of(_failures.Build()).Quantile(0.5);

    public IntraclassCorrelation? RackCorrelation() => IntraclassCorrelation.Of([.. _racks.Values]);

    private void AddToRack(int rack, double logarithm)
    {
        if (rack == EventLog.NoRack)
        {
            return;
        }

        var value = logarithm - (_center ??= logarithm);
        var (count, sum, squares) = _racks.GetValueOrDefault(rack);
        _racks[rack] = (count + 1, sum + value, squares + (value * value));
    }
}
