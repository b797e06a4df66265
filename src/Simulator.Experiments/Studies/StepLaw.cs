using Simulator.Analysis.OrderStatistics;
using Simulator.Cluster;
using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;
using Simulator.Kernel.Resources;

namespace Simulator.Experiments.Studies;

/// <summary>The law of one step of a node that is alone: transfer at its own cap, work, and the tick at which it is seen.</summary>
internal static class StepLaw
{
    /// <summary>The law, or null where it has no closed or quadrature form.</summary>
    public static Law? Of(StepSpec step, Model model)
    {
        if (WorkLaw(step.Takes) is not { } work)
        {
            return null;
        }

        if (step.Transfer is { } transfer)
        {
            var link = (LinkSpec)model.Services.First(service => service.Name == transfer.From);
            work = work.Plus(Link.Alone(link.Bandwidth, link.PerNode, transfer.Size).Seconds);
        }

        return step.Poll switch
        {
            null => work,
            { HasUniformPhase: true } => null,
            { } poll => SeenAtTicks(work, poll.Period.Seconds),
        };
    }

    private static Law? WorkLaw(DurationSpec? takes) =>
        takes switch
        {
            null => Law.Constant(0),
            DurationSpec.Drawn drawn => DistributionLaw.Of(drawn.Law),
            _ => null,
        };

    /// <summary>P(seen at tick k) = P((k - 1) P &lt; X &lt;= k P), the first tick is k = 1; null where ticks would be too many.</summary>
    private static Law? SeenAtTicks(Law work, double period)
    {
        const int MostTicks = 100_000;
        const double Negligible = 1e-15;
        var atoms = new List<Atom>();
        var above = 1.0;
        for (var tick = 1; above > Negligible; tick++)
        {
            if (tick > MostTicks)
            {
                return null;
            }

            var beyond = work.SurvivalAt(tick * period);
            if (above > beyond)
            {
                atoms.Add(new Atom(tick * period, above - beyond));
            }

            above = beyond;
        }

        return Law.Discrete(atoms);
    }
}
