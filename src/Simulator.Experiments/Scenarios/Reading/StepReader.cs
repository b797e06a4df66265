using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Kernel;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes the specs of steps, one at a time; what steps have to do with each other is for <see cref="StepChecks"/>.</summary>
/// <param name="names">The levels.</param>
/// <param name="services">The services.</param>
/// <param name="laws">Reads durations.</param>
internal sealed class StepReader(Names names, ServiceIndex services, LawReader laws)
{
    private readonly StepResources _resources = new(names.Issues, services);

    /// <summary>Makes one spec; broken parts are left out.</summary>
    public StepSpec Read(string name, Checked step)
    {
        var level = names.Level(step["per"], names.Levels);
        return new StepSpec
        {
            Name = name,
            Per = level < 0 ? Levels.Node : names.Levels[level],
            InService = step.Get("in-service", false),
            Takes = laws.Read(step["takes"]),
            Transfer = _resources.ReadTransfer(step, level),
            Needs = _resources.ReadNeeds(step["needs"], level),
            Uses = _resources.ReadUses(step["uses"], level),
            Calls = _resources.ReadCalls(step["calls"], level),
            Fails = ReadFails(step["fails"]),
            Retry = ReadRetry(step["retry"]),
            TimeOut = step.Maybe<SimTime>("time-out"),
            Poll = ReadPoll(step["poll"]),
            After = ReadAfter(step["after"]),
        };
    }

    private static List<string>? ReadAfter(Checked? after)
    {
        if (after is null)
        {
            return null;
        }

        return after.Value is string one ? [one] : [.. after.Items.Select(item => item.Value).OfType<string>()];
    }

    private static RetrySpec? ReadRetry(Checked? retry) =>
        retry is null ? null : new RetrySpec((int)retry.Get("limit", 0L), ServiceReader.ReadBackoff(retry["backoff"]));

    private static PollSpec? ReadPoll(Checked? poll) =>
        poll is null ? null
        : poll.IsMap ? new PollSpec(poll.Get("period", new SimTime(1)), poll.Get("phase", "begin") is "uniform")
        : new PollSpec(poll.Value is SimTime period ? period : new SimTime(1));

    private FailureSpec? ReadFails(Checked? fails)
    {
        if (fails is null || !fails.IsMap)
        {
            return fails?.Value is decimal share ? new FailureSpec((double)share) : null;
        }

        var timeOut = fails.Maybe<SimTime>("time-out");
        var detected = fails.Get("detected", "at-end") switch
        {
            "at-once" => Detection.AtOnce,
            "at-time-out" => Detection.AtTimeOut,
            _ => Detection.AtEnd,
        };
        CheckTimeOut(fails, detected);
        return new FailureSpec((double)fails.Get("share", 0m), detected, timeOut);
    }

    private void CheckTimeOut(Checked fails, Detection detected)
    {
        if (detected == Detection.AtTimeOut && !fails.Holds("time-out"))
        {
            var at = fails["detected"]!;
            const string Cure = "Write 'time-out: 30 min' beside it.";
            names.Issues.Add(at.Span, at.Path, $"{at.Path} is 'at-time-out'", "'time-out' is needed with it", Cure);
        }
        else if (detected != Detection.AtTimeOut && fails["time-out"] is { } unused)
        {
            const string Cure = "Write 'detected: at-time-out' or leave it out.";
            var expected = "failures show at the time-out only with 'detected: at-time-out'";
            names.Issues.Add(unused.Key, unused.Path, $"{unused.Path} is never used", expected, Cure);
        }
    }
}
