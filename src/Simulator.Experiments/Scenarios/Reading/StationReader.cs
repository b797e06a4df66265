using Simulator.Cluster.Services;
using Simulator.Experiments.Scenarios.Grammar;
using Simulator.Experiments.Scenarios.Units;
using Simulator.Experiments.Scenarios.Yaml;
using Simulator.Kernel;
using Simulator.Kernel.ServiceCenters;

namespace Simulator.Experiments.Scenarios.Reading;

/// <summary>Makes the specs of stations.</summary>
/// <param name="issues">Takes what is found.</param>
/// <param name="outages">Reads when it is down.</param>
/// <param name="start">The instant of the week at which the rollout starts.</param>
internal sealed class StationReader(IssueList issues, OutageReader outages, SimTime start)
{
    /// <summary>Makes one spec.</summary>
    public StationSpec Read(string name, string per, Checked station)
    {
        var discipline = DisciplineOf(station);
        CheckQueue(station, discipline);
        var retry = station["retry"];
        return new StationSpec
        {
            Name = name,
            Per = per,
            Servers = station.Get("servers", 1L),
            Discipline = discipline,
            Queue = (int?)station.Maybe<long>("queue"),
            Retry = ServiceReader.ReadBackoff(retry?["backoff"], retry?.Maybe<long>("limit")),
            Hours = station["open"] is { } open ? ReadHours(open) : null,
            Speed = station["speed"] is { } speed
                ? new ScalableSpeed((double)speed.Get("contention", 0m), (double)speed.Get("coherency", 0m))
                : null,
            Outages = outages.Read(station["outages"]),
        };
    }

    private static Discipline DisciplineOf(Checked station) =>
        station.Get("discipline", "fifo") switch
        {
            "priority" => Discipline.Priority,
            "lifo" => Discipline.Lifo,
            "random" => Discipline.Random,
            "preemptive-priority" => Discipline.PreemptivePriority,
            "sharing" => Discipline.Sharing,
            _ => Discipline.Fifo,
        };

    /// <summary>Hours of the week as windows from the start of the rollout on, sorted, those that touch made one.</summary>
    private OpeningHours ReadHours(Checked open)
    {
        var week = HoursShape.Week.Nanoseconds;
        var parts = new List<(long From, long To)>();
        foreach (var item in open.Items.Count > 0 ? open.Items : [open])
        {
            foreach (var (at, lasts) in item.Value as IReadOnlyList<(SimTime At, SimTime Lasts)> ?? [])
            {
                var from = (at.Nanoseconds - start.Nanoseconds + week) % week;
                var to = from + lasts.Nanoseconds;
                parts.Add((from, Math.Min(to, week)));
                if (to > week)
                {
                    parts.Add((0, to - week));
                }
            }
        }

        var windows = new List<(SimTime From, SimTime To)>();
        foreach (var (from, to) in parts.Order())
        {
            if (windows.Count > 0 && from <= windows[^1].To.Nanoseconds)
            {
                windows[^1] = (windows[^1].From, SimTime.Max(windows[^1].To, new SimTime(to)));
            }
            else
            {
                windows.Add((new SimTime(from), new SimTime(to)));
            }
        }

        return new OpeningHours(HoursShape.Week, windows.Count > 0 ? windows : [(SimTime.Zero, HoursShape.Week)]);
    }

    private void CheckQueue(Checked station, Discipline discipline)
    {
        if (station["queue"] is { } queue && discipline == Discipline.Sharing)
        {
            const string Cure = "Leave it out, or write 'discipline: fifo'.";
            issues.Add(queue.Key, queue.Path, $"{queue.Path} is never used", "nobody waits where all share", Cure);
        }
        else if (station["queue"] is { } room && !station.Holds("retry"))
        {
            const string Cure = "Write 'retry: { backoff: 1 min }' beside it.";
            issues.Add(
                room.Key,
                room.Path,
                $"{room.Path} has an end",
                "how a refused client comes again is needed",
                Cure
            );
        }
        else if (!station.Holds("queue") && station["retry"] is { } unused)
        {
            const string Cure = "Write 'queue: 100' or leave it out.";
            issues.Add(unused.Key, unused.Path, $"{unused.Path} is never used", "nobody is refused here", Cure);
        }
    }
}
