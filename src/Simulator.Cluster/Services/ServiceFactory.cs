using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;
using Simulator.Kernel.ServiceCenters;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Cluster.Services;

/// <summary>Makes the resources of the kernel that specs stand for.</summary>
/// <param name="simulation">Where they live.</param>
/// <param name="stream">The random numbers of the replication.</param>
internal sealed class ServiceFactory(Simulation simulation, StreamKey stream)
{
    /// <summary>One copy of a service.</summary>
    /// <param name="spec">Which service.</param>
    /// <param name="owner">The first node of the group whose it is; keys its draws.</param>
    /// <returns>The resource, idle.</returns>
    public Resource Make(ServiceSpec spec, int owner) =>
        spec switch
        {
            StationSpec { DoesWork: true } station => MakeCenter(station, owner),
            StationSpec station => new Station(simulation, spec.Name, station.Servers),
            BudgetSpec budget => new Semaphore(simulation, spec.Name, budget.Capacity.Units),
            LinkSpec link => new Link(simulation, spec.Name, link.Bandwidth, link.PerNode),
            TokenBucketSpec bucket => new TokenBucket(
                simulation,
                spec.Name,
                bucket.Rate,
                bucket.Burst,
                bucket.WhenEmpty
            ),
            _ => throw new ArgumentException($"No resource is known for '{spec.Name}'.", nameof(spec)),
        };

    /// <summary>What switches a copy of a service off and on.</summary>
    /// <param name="spec">A service that has outages.</param>
    /// <param name="resource">What <see cref="Make"/> made of it.</param>
    /// <param name="owner">As there.</param>
    /// <returns>The driver, asleep.</returns>
    public OutageDriver Drive(ServiceSpec spec, Resource resource, int owner)
    {
        var path = Fnv1a.Hash32($"services.{spec.Name}.outages");
        var times = new OutageTimes(
            spec.Outages!,
            (outage, draw) => stream.Uniform((uint)owner, path, (uint)outage, (uint)draw)
        );
        return new OutageDriver(simulation, resource, times, isDown => Switch(spec, resource, isDown));
    }

    private static void Switch(ServiceSpec spec, Resource resource, bool isDown)
    {
        switch (resource)
        {
            case Link link:
                link.SetBandwidth(isDown ? default : ((LinkSpec)spec).Bandwidth);
                break;
            case ServiceCenter center when isDown:
                center.Suspend();
                break;
            case ServiceCenter center:
                center.Resume();
                break;
            default:
                throw new ArgumentException($"'{spec.Name}' cannot be down.", nameof(spec));
        }
    }

    private ServiceCenter MakeCenter(StationSpec station, int owner)
    {
        var isShared = station.Discipline == Discipline.Sharing;
        return new ServiceCenter(
            simulation,
            station.Name,
            new ServiceCenterOptions
            {
                Servers = isShared ? long.MaxValue : station.Servers,
                Order = OrderOf(station, owner),
                Speed = isShared || station.Speed is not null ? new ServerSpeed(station.Speed, station.Servers) : null,
                Room = station.Queue,
                Hours = station.Hours,
            }
        );
    }

    private ServiceOrder OrderOf(StationSpec station, int owner) =>
        station.Discipline switch
        {
            Discipline.Priority => ServiceOrder.Priority,
            Discipline.PreemptivePriority => ServiceOrder.PreemptivePriority,
            Discipline.Lifo => ServiceOrder.LastComeFirstServed,
            Discipline.Random => ServiceOrder.AtRandom(
                stream,
                Fnv1a.Hash32($"services.{station.Name}.order"),
                (uint)owner
            ),
            _ => ServiceOrder.FirstComeFirstServed,
        };
}
