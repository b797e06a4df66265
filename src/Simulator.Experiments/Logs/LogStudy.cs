using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Simulator.Analysis.Fitting;
using Simulator.Experiments.Logs.Checking;
using Simulator.Experiments.Logs.Reading;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Logs;

/// <summary>From a log of attempts to a law for each step.</summary>
public sealed class LogStudy
{
    private const int MostOutliers = 100;
    private readonly string _file;
    private readonly LogOptions _options;
    private readonly EventLog _log;
    private readonly StepRows[] _steps;
    private readonly long[] _polls;

    private LogStudy(string file, LogOptions options)
    {
        (_file, _options) = (file, options);
        _log = EventLogReader.Read(file, options);
        _polls = [.. _log.Steps.Names.Select(PollOf)];
        _steps = Array.ConvertAll(_polls, poll => new StepRows(poll));
        RequireKnownSteps();
    }

    /// <summary>Reads a log and fits its steps.</summary>
    /// <param name="file">A CSV file whose first row names the columns.</param>
    /// <param name="options">How it is to be read.</param>
    /// <returns>What it says; the same for the same bytes and options.</returns>
    /// <exception cref="LogException">File or options cannot be used at all.</exception>
    /// <exception cref="LogProblemsException">Some rows cannot be used, and the rest was not asked for.</exception>
    /// <remarks>O(n log n) in the rows; 40 bytes a row.</remarks>
    public static LogFit Run(string file, LogOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(options);
        return new LogStudy(file, options).Run();
    }

    private LogFit Run()
    {
        var mostAttempts = IntervalChecks.Apply(_log);
        EndUnfinished();
        if (_log.Problems.Total > 0 && (!_options.UsesRest || _log.Rows.Count == 0))
        {
            throw new LogProblemsException(_file, _log.Problems);
        }

        foreach (var row in _log.Rows)
        {
            _steps[row.Step].Add(row, RackOf(row));
        }

        var names = StepNames.Of(_log.Steps.Names);
        var fits = _steps.Select((step, place) => FitOf(_log.Steps.Names[place], step)).ToArray();
        var outliers = OutlierSearch.Find(_log, fits, _steps, MostOutliers);
        return new LogFit
        {
            Source = Path.GetFileName(_file),
            Hash = HashOf(),
            Rows = _log.Read,
            Used = _log.Rows.Count,
            Problems = _log.Problems,
            Unit = _options.Unit,
            UnitSeconds = (double)(UnitTables.Time.FactorOf(_options.Unit) / SimTime.NanosecondsPerSecond),
            Seed = _options.Seed,
            Steps =
            [
                .. _steps.Select(
                    (step, place) =>
                        StepOf(place, names[place], step, fits[place]) with
                        {
                            MostAttempts = mostAttempts[place],
                            Outliers = outliers[place].Kept,
                            OutlierCount = outliers[place].Count,
                        }
                ),
            ],
            Warnings = LogWarnings.Of(_log),
        };
    }

    private StepFit StepOf(int place, string name, StepRows step, SampleFit? fit)
    {
        var ended = step.Ok + step.Failed;
        var result = new StepFit
        {
            Step = _log.Steps.Names[place],
            Name = name,
            Ok = step.Ok,
            Failed = step.Failed,
            Unfinished = step.Unfinished,
            Fit = fit,
            Poll = _polls[place] == 0 ? null : _polls[place] / (double)SimTime.NanosecondsPerSecond,
            Fails = ended == 0 ? null : BinomialInterval.Of(step.Failed, ended),
            FailedMedian = step.FailedMedian(),
            RackCorrelation = step.RackCorrelation(),
        };
        return result with { Warnings = LogWarnings.Of(result) };
    }

    private SampleFit? FitOf(string name, StepRows step)
    {
        if (step.Ok == 0)
        {
            return null;
        }

        var key = StreamKey.Derive(_options.Seed, 0);
        var id = Fnv1a.Hash32(name);
        return SampleFit.To(step.Durations(), (round, place) => key.Uniform((uint)place, id, (uint)round, 0));
    }

    /// <summary>An attempt without end lasts at least to the last look at the log.</summary>
    private void EndUnfinished()
    {
        var until = UntilOf();
        var rows = CollectionsMarshal.AsSpan(_log.Rows);
        var kept = 0;
        foreach (var row in rows)
        {
            if (row.Outcome == LogOutcome.Unfinished && row.End == LogRow.NoEnd && row.Start > until)
            {
                _log.Problems.Add(row.Row, "reversed", "it begins after --until");
                continue;
            }

            rows[kept++] = row.End == LogRow.NoEnd ? row with { End = until } : row;
        }

        CollectionsMarshal.SetCount(_log.Rows, kept);
    }

    private long UntilOf()
    {
        if (_options.Until is { } text)
        {
            return LogTime.TryRead(Encoding.UTF8.GetBytes(text), UnitTables.Time.FactorOf(_options.Unit), out var until)
                ? until.Nanoseconds
                : throw new LogException($"--until is '{text}': a time as the log writes it is needed.");
        }

        var latest = long.MinValue;
        foreach (var row in _log.Rows)
        {
            latest = Math.Max(latest, row.End == LogRow.NoEnd ? row.Start : row.End);
        }

        return latest;
    }

    private int RackOf(LogRow row) =>
        _log.HasNodes && row.Node < _log.RackOf.Count ? _log.RackOf[row.Node] : EventLog.NoRack;

    private long PollOf(string step)
    {
        if (!_options.Polls.TryGetValue(step, out var text) && !_options.Polls.TryGetValue("", out text))
        {
            return 0;
        }

        var parsed = new DurationShape(1).Parse(text);
        return parsed.Value is SimTime period
            ? period.Nanoseconds
            : throw new LogException($"--poll is '{text}': {parsed.Expected} is needed. {parsed.Cure}");
    }

    private void RequireKnownSteps()
    {
        if (
            _options.Polls.Keys.FirstOrDefault(step =>
                step.Length > 0 && !_log.Steps.Names.Contains(step, StringComparer.Ordinal)
            ) is
            { } other
        )
        {
            throw new LogException($"--poll names the step '{other}', which is not in {_file}.");
        }
    }

    private string HashOf()
    {
        var settings = JsonSerializer.Serialize(_options with { UsesRest = false });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_log.Hash + settings)));
    }
}
