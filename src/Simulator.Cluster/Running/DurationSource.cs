using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources.Limits;

namespace Simulator.Cluster.Running;

/// <summary>
/// All random numbers of a run, keyed by (seed, replication, node, step, attempt, draw): no draw depends on what happened.
/// </summary>
/// <remarks>
/// Draws of an attempt: 0 duration, 1 failure, 2 pause before the next attempt, 3 phase of the poll; 16 + 4096 · op + k the
/// client's k-th pause at the op-th op of the step, a time-out not counted. First attempts are drawn for all nodes at once, with vectors, into the
/// cell that will hold the end of the step, as -3 - span.
/// </remarks>
internal sealed class DurationSource(RunState state)
{
    private const int DurationDraw = 0;
    private const int FailureDraw = 1;
    private const int PauseDraw = 2;
    private const int PhaseDraw = 3;
    private const int ClientDraw = 16;
    private const int ClientStride = 4096;
    private const long Unended = -1;
    private const long DrawnAhead = -3;
    private const int Run = 512;

    private readonly StreamKey _stream = state.Stream;

    /// <summary>Clears the records and draws the first attempts.</summary>
    public void Prepare()
    {
        state.Record.ClearOutcomes();
        Array.Clear(state.Record.WorkBrokenOff);
        for (var level = 0; level < state.Levels.Count; level++)
        {
            var width = state.Plan.Widths[level];
            if (width > 0)
            {
                Clear(level, width);
            }
        }

        foreach (var step in state.Steps.Where(step => step.Law is not null))
        {
            DrawAhead(step);
        }
    }

    /// <summary>The span of the work in nanoseconds.</summary>
    public long Span(PlanStep step, int customer, int attempt)
    {
        var node = state.FirstNode(step, customer);
        if (step.Listed is { } listed)
        {
            return listed[node % listed.Count];
        }

        if (attempt == 1)
        {
            return DrawnAhead - state.Cell(step.Index, customer, step.EndColumn);
        }

        return ToSpan(step, step.Law!.Quantile(Uniform(step, node, attempt, DurationDraw)));
    }

    public bool IsFailing(PlanStep step, int customer, int attempt)
    {
        var node = state.FirstNode(step, customer);
        return step.Fails!.Listed is { } listed
            ? attempt <= listed[node % listed.Count]
            : Uniform(step, node, attempt, FailureDraw) < step.Fails.Share;
    }

    /// <summary>The pause after a failed attempt.</summary>
    public SimTime Pause(PlanStep step, int customer, int attempt) =>
        step.Backoff is null
            ? SimTime.Zero
            : step.Backoff.After(attempt, Uniform(step, state.FirstNode(step, customer), attempt, PauseDraw));

    /// <summary>The client's pause after its k-th refusal.</summary>
    public SimTime ClientPause(PlanStep step, int customer, int op, int tries, Backoff backoff)
    {
        var attempt = state.AttemptOf(step, customer);
        var place = op - (step.TimeOut is null ? 0 : 1);
        var draw = ClientDraw + (ClientStride * place) + (tries % ClientStride);
        return backoff.After(tries, Uniform(step, state.FirstNode(step, customer), attempt, draw));
    }

    /// <summary>The tick at which an end is seen: the first at or after it, and after the begin.</summary>
    public long Seen(PlanStep step, int customer, int attempt, long start, long end)
    {
        var (period, hasPhase) = (step.Poll!.Period.Nanoseconds, step.Poll.HasUniformPhase);
        if (!hasPhase)
        {
            return start + (Math.Max(1, CeilingOf(end - start, period)) * period);
        }

        var u = Uniform(step, state.FirstNode(step, customer), attempt, PhaseDraw);
        var first = start + (long)Math.Round(u * period, MidpointRounding.ToEven);
        return first + (Math.Max(0, CeilingOf(end - first, period)) * period);
    }

    private static long CeilingOf(long span, long period) => span <= 0 ? 0 : ((span - 1) / period) + 1;

    private double Uniform(PlanStep step, int node, int attempt, int draw) =>
        _stream.Uniform((uint)node, step.StreamId, (uint)attempt, (uint)draw);

    private static long ToSpan(PlanStep step, double seconds)
    {
        var span = Math.Round(seconds * SimTime.NanosecondsPerSecond, MidpointRounding.ToEven);
        if (!(span >= 0 && span <= SimTime.Horizon.Nanoseconds))
        {
            throw new RunawayException(
                $"Step '{step.Name}' drew a duration of {seconds} s; the clock ends at 100 years.",
                SimTime.Zero,
                0
            );
        }

        return (long)span;
    }

    private void Clear(int level, int width)
    {
        var template = new long[width];
        foreach (var step in state.Steps.Where(step => step.Level == level))
        {
            template[step.StartColumn] = Unended;
            if (step.EndColumn >= 0)
            {
                template[step.EndColumn] = Unended;
            }

            if (step.CanFail)
            {
                template[step.AttemptColumn] = 1 << 1;
            }
        }

        var rows = state.Record.Rows(level).AsSpan();
        for (var start = 0; start < rows.Length; start += width)
        {
            template.CopyTo(rows[start..]);
        }
    }

    private void DrawAhead(PlanStep step)
    {
        Span<double> draws = stackalloc double[Run];
        var groups = state.Levels.GroupsOf(step.Level);
        for (var first = 0; first < groups; first += Run)
        {
            var run = draws[..Math.Min(Run, groups - first)];
            if (step.Level == 0)
            {
                _stream.Uniforms((uint)first, step.StreamId, 1, DurationDraw, run);
            }
            else
            {
                for (var index = 0; index < run.Length; index++)
                {
                    run[index] = Uniform(step, state.Levels.FirstNode(step.Level, first + index), 1, DurationDraw);
                }
            }

            step.Law!.Quantiles(run, run);
            for (var index = 0; index < run.Length; index++)
            {
                state.Cell(step.Index, first + index, step.EndColumn) = DrawnAhead - ToSpan(step, run[index]);
            }
        }
    }
}
