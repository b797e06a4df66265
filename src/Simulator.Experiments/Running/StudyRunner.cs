using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Simulator.Experiments.Sweeps;

namespace Simulator.Experiments.Running;

/// <summary>
/// Runs the replications of all cells on several threads. Results and stopping depend on replication numbers only, never
/// on who finishes first.
/// </summary>
public sealed class StudyRunner : IDisposable
{
    private readonly StudyOptions _options;
    private readonly IStudyObserver _observer;
    private readonly UnitStore? _store;
    private readonly Lock _gate = new();
    private readonly BlockingCollection<WorkUnit> _waiting = [];
    private int _cellsDone;
    private int _cells;
    private long _done;
    private long _resumed;
    private long _known;
    private ExceptionDispatchInfo? _failure;

    /// <summary>A runner for one study.</summary>
    /// <param name="options">How it is carried out.</param>
    /// <param name="observer">Who follows it.</param>
    public StudyRunner(StudyOptions options, IStudyObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(observer);
        (_options, _observer) = (options, observer);
        _store = options.Folder is null ? null : new UnitStore(options.Folder);
    }

    /// <summary>Runs what is not found done; may be called once.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="cancellation">Stops within a fraction of a second; finished units are kept.</param>
    /// <returns>For every cell its replications in order.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<IReadOnlyList<ReplicationResult>> Run(
        IReadOnlyList<Cell> cells,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(cells);
        var runs = cells.Select(cell => new CellRun(cell, CellPlan.Of(cell.Scenario.Model), _options)).ToList();
        _cells = cells.Count;
        _observer.Started(cells);
        runs.ForEach(Enqueue);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var threads = Enumerable
            .Range(0, Math.Max(1, _options.Threads))
            .Select(_ => new Thread(() => Work(stop)) { IsBackground = true })
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
        return [.. runs.Select(run => run.Results)];
    }

    /// <inheritdoc/>
    public void Dispose() => _waiting.Dispose();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, it ends the study and Run throws it again.")]
    private void Work(CancellationTokenSource stop)
    {
        var runner = new ReplicationRunner { MeasuresPeak = _options.MeasuresPeak };
        try
        {
            foreach (var unit in _waiting.GetConsumingEnumerable(stop.Token))
            {
                var kept = _store?.Load(unit);
                var results = kept ?? RunUnit(runner, unit, stop.Token);
                if (kept is null)
                {
                    _store?.Save(unit, results);
                }

                Finish(unit, results, kept is not null);
            }
        }
        catch (OperationCanceledException)
        {
            stop.Cancel();
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
            }

            stop.Cancel();
        }
    }

    private static List<ReplicationResult> RunUnit(ReplicationRunner runner, WorkUnit unit, CancellationToken stop)
    {
        var scenario = unit.Run.Cell.Scenario;
        var share = scenario.Goals.ShareVerified;
        return
        [
            .. Enumerable
                .Range(unit.First, unit.Count)
                .Select(replication => runner.Run(unit.Run.Plan, scenario.Seed, replication, share, stop)),
        ];
    }

    private void Finish(WorkUnit unit, IReadOnlyList<ReplicationResult> results, bool wasKept)
    {
        lock (_gate)
        {
            var work = (long)unit.Count * unit.Run.Cell.Nodes;
            _done += work;
            _resumed += wasKept ? work : 0;
            if (unit.Run.Take(unit, results))
            {
                Enqueue(unit.Run);
            }

            _observer.Progressed(new StudyProgress(_done, _resumed, _known, _cellsDone, _cells));
        }
    }

    private void Enqueue(CellRun run)
    {
        foreach (var unit in run.NextUnits())
        {
            _known += (long)unit.Count * run.Cell.Nodes;
            _waiting.Add(unit);
        }

        if (run.IsDone)
        {
            _cellsDone++;
            _observer.Finished(run.Cell, run.Results);
            if (_cellsDone == _cells)
            {
                _waiting.CompleteAdding();
            }
        }
    }
}
