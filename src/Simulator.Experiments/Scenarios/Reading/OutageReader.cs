using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Reads when a service is down.</summary>
/// <param name="issues">Takes what is found.</param>
/// <param name="laws">Reads durations.</param>
internal sealed class OutageReader(IssueList issues, LawReader laws)
{
    /// <summary>The outages; null where there are none.</summary>
    public OutageSpec? Read(Checked? outages) =>
        outages is null ? null
        : outages.IsMap ? ReadDrawn(outages)
        : ReadScheduled(outages);

    private OutageSpec.Drawn ReadDrawn(Checked outages)
    {
        var (between, repair) = (LawOf(outages["mtbf"]), LawOf(outages["mttr"]));
        if (outages["mtbf"] is { } mtbf && between.Mean <= 0)
        {
            issues.Add(mtbf.Span, mtbf.Path, $"{mtbf.Path} is 0", "a service that is always down serves nobody", "");
        }

        return new OutageSpec.Drawn(between, repair);
    }

    private Distribution LawOf(Checked? law) =>
        laws.Read(law) is DurationSpec.Drawn drawn ? drawn.Law : new Constant(1);

    private OutageSpec.Scheduled ReadScheduled(Checked outages)
    {
        var times = new List<(SimTime At, SimTime Lasts)>();
        var last = SimTime.Zero;
        foreach (var outage in outages.Items.Where(item => !item.IsBroken))
        {
            var (at, lasts) = (outage.Get("at", last), outage.Get("lasts", new SimTime(1)));
            if (at < last && outage["at"] is { } begin)
            {
                var expected = "the one before lasts longer than that";
                const string Cure = "List outages in the order of time, none before the end of another.";
                issues.Add(begin.Span, begin.Path, $"{begin.Path} is {IssueList.Quote(begin.Text)}", expected, Cure);
            }

            last = at + lasts;
            times.Add((at, lasts));
        }

        return new OutageSpec.Scheduled(times);
    }
}
