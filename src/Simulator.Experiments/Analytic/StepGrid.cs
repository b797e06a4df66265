using Simulator.Analysis.MeanField;
using Simulator.Analysis.OrderStatistics;
using Simulator.Cluster;
using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Studies;
using Simulator.Kernel.Resources;

namespace Simulator.Experiments.Analytic;

/// <summary>The time of a step on a grid: work, ticks, and the attempts that fail before, their pauses included.</summary>
internal sealed class StepGrid
{
    private const double LeastShare = 1e-9;

    private readonly Grid _grid;
    private readonly Model _model;
    private readonly StepSpec _step;

    private StepGrid(StepSpec step, Model model, Grid grid) => (_step, _model, _grid) = (step, model, grid);

    /// <summary>Attempts in the mean: (1 - p^(L+1)) / (1 - p) for L retries.</summary>
    public static double Attempts(StepSpec step) =>
        Share(step) is var p && p >= 1 ? Tries(step) : (1 - Math.Pow(p, Tries(step))) / (1 - p);

    /// <summary>p^(L+1): the nodes that fail for good.</summary>
    public static double Lost(StepSpec step) => Math.Pow(Share(step), Tries(step));

    /// <summary>The law of the step, the transfer left out where it is shared.</summary>
    /// <param name="step">The step.</param>
    /// <param name="model">Its model.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="isShared">Whether the transfer is one of many on a link.</param>
    public static GridLaw Of(StepSpec step, Model model, Grid grid, bool isShared) =>
        new StepGrid(step, model, grid).WithAttempts(isShared);

    private static double Share(StepSpec step) => step.Fails?.Share ?? 0;

    private static int Tries(StepSpec step) => 1 + (step.Retry?.Limit ?? 0);

    private GridLaw WithAttempts(bool isShared)
    {
        var done = Attempt(isShared);
        if (Share(_step) <= 0)
        {
            return done;
        }

        var failing = _step.Fails!.Detected switch
        {
            Detection.AtOnce => GridLaw.Zero(_grid.Step),
            Detection.AtTimeOut => _grid.Of(Law.Constant(_step.Fails.TimeOut?.Seconds ?? 0)),
            _ => done,
        };
        // backwards: with a tries left, the time is one attempt, and with probability p a pause and the rest
        var last = done.MixedWith(failing, Share(_step));
        var tries = Math.Min(Tries(_step), Needed(Share(_step)));
        for (var attempt = tries - 1; attempt >= 1; attempt--)
        {
            var pause = _step.Retry?.Backoff?.After(attempt).Seconds ?? 0;
            var jitter = _step.Retry?.Backoff?.Jitter ?? 0;
            var again = failing.Plus(_grid.Of(Law.Constant(pause * (1 - (jitter / 2))))).Plus(last);
            last = done.MixedWith(again, Share(_step));
        }

        return last;
    }

    private static int Needed(double share) =>
        share >= 1 ? int.MaxValue : 1 + (int)Math.Ceiling(Math.Log(LeastShare) / Math.Log(share));

    private GridLaw Attempt(bool isShared)
    {
        if (!isShared && StepLaw.Of(_step, _model) is { } exact)
        {
            return _grid.Of(exact);
        }

        var work = _grid.Of(
            _step.Takes switch
            {
                DurationSpec.Drawn drawn => DistributionLaw.Of(drawn.Law),
                DurationSpec.Listed listed => Law.Empirical(listed.Seconds),
                _ => Law.Constant(0),
            }
        );
        if (!isShared && _step.Transfer is { } transfer)
        {
            var link = (LinkSpec)_model.Services.First(service => service.Name == transfer.From);
            work = work.Plus(_grid.Of(Law.Constant(Link.Alone(link.Bandwidth, link.PerNode, transfer.Size).Seconds)));
        }

        return _step.Poll is { } poll ? work.Plus(_grid.Uniform(poll.Period.Seconds)) : work;
    }
}
