using CsCheck;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Kernel.Tests.ServiceCenters;

/// <summary>Centers against a reference that goes through time nanosecond by nanosecond.</summary>
public sealed class CenterReferenceTests
{
    private static readonly Gen<(int At, int Work, int Priority)> Job = Gen.Select(
        Gen.Int[0, 20],
        Gen.Int[0, 9],
        Gen.Int[0, 2]
    );

    private static readonly Gen<(int From, int Length)> Outage = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 6]);

    [Test] // property: in service are always the first c by (priority, coming), outages apart
    public void Preemptive_priorities_with_outages_agree_with_the_reference() =>
        Gen.Select(Job.Array[1, 8], Outage.Array[0, 3], Gen.Int[1, 3])
            .Sample((jobs, outages, servers) => AreEqual(jobs, outages, servers), iter: 20_000, seed: "0000KOw6nNB2");

    private static bool AreEqual((int At, int Work, int Priority)[] jobs, (int From, int Length)[] outages, int servers)
    {
        var simulation = new Simulation();
        var visitors = new Visitors(simulation);
        var options = new ServiceCenterOptions { Servers = servers, Order = ServiceOrder.PreemptivePriority };
        var center = new ServiceCenter(simulation, "desk", options);
        for (var index = 0; index < jobs.Length; index++)
        {
            var (customer, job) = (index, jobs[index]);
            visitors.At(
                new SimTime(job.At),
                customer,
                () => center.Request((ulong)customer, customer, 0, new SimTime(job.Work), job.Priority)
            );
        }

        foreach (var (from, length) in outages)
        {
            visitors.At(new SimTime(from), 900, center.Suspend);
            visitors.At(new SimTime(from + length), 901, center.Resume);
        }

        simulation.Run();

        var ends = Enumerable.Range(0, jobs.Length).Select(job => visitors.LastAt[job].Nanoseconds);
        return ends.SequenceEqual(Reference(jobs, outages, servers))
            && center.Present == 0
            && center.BusyTime == jobs.Sum(job => job.Work);
    }

    private static long[] Reference(
        (int At, int Work, int Priority)[] jobs,
        (int From, int Length)[] outages,
        int servers
    )
    {
        var left = jobs.Select(job => job.Work).ToArray();
        var ends = Enumerable.Repeat(-1L, jobs.Length).ToArray();
        for (var now = 0; ends.Contains(-1); now++)
        {
            if (Array.Exists(outages, outage => outage.From <= now && now < outage.From + outage.Length))
            {
                continue;
            }

            var present = Enumerable
                .Range(0, jobs.Length)
                .Where(job => jobs[job].At <= now && ends[job] < 0)
                .OrderBy(job => (jobs[job].Priority, jobs[job].At, job))
                .ToList();

            // who has nothing left leaves as soon as it is among the first c, and makes place for the next
            var served = new List<int>();
            foreach (var job in present)
            {
                if (served.Count == servers)
                {
                    break;
                }

                if (left[job] == 0)
                {
                    ends[job] = now;
                }
                else
                {
                    served.Add(job);
                }
            }

            foreach (var job in served)
            {
                if (--left[job] == 0)
                {
                    ends[job] = now + 1;
                }
            }
        }

        return ends;
    }
}
