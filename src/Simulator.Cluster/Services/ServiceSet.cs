using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Resources;
using Semaphore = Simulator.Kernel.Resources.Semaphore;

namespace Simulator.Cluster.Services;

/// <summary>The services of one run: for each spec one resource per group of its level, made when first asked for.</summary>
internal sealed class ServiceSet
{
    private readonly Simulation _simulation;
    private readonly UpdatePlan _plan;
    private readonly Resource?[][] _resources;
    private readonly int[] _levels;

    public ServiceSet(Simulation simulation, UpdatePlan plan)
    {
        (_simulation, _plan) = (simulation, plan);
        var services = plan.Model.Services;
        _resources = new Resource?[services.Count][];
        _levels = new int[services.Count];
        for (var index = 0; index < services.Count; index++)
        {
            var isPrivate = plan.Options.IsPrivate(services[index].Name);
            _levels[index] = isPrivate ? 0 : plan.Levels.IndexOf(services[index].Per);
            _resources[index] = new Resource?[plan.Levels.GroupsOf(_levels[index])];
        }
    }

    public int Count => _resources.Length;

    /// <summary>The resource that a group of a level asks: the one of the group that its first node lies in.</summary>
    public Resource Of(int service, int firstNode)
    {
        var group = GroupOf(service, firstNode);
        return _resources[service][group] ??= Make(_plan.Model.Services[service]);
    }

    public IEnumerable<Resource> All(int service) => _resources[service].OfType<Resource>();

    private int GroupOf(int service, int node) =>
        _levels[service] == 0 ? node : _plan.Levels.GroupOf(_levels[service], node);

    private Resource Make(ServiceSpec spec) =>
        spec switch
        {
            StationSpec station => new Station(_simulation, spec.Name, station.Servers),
            BudgetSpec budget => new Semaphore(_simulation, spec.Name, budget.Capacity.Units),
            LinkSpec link => new Link(_simulation, spec.Name, link.Bandwidth, link.PerNode),
            TokenBucketSpec bucket => new TokenBucket(
                _simulation,
                spec.Name,
                bucket.Rate,
                bucket.Burst,
                bucket.WhenEmpty
            ),
            _ => throw new ArgumentException($"No resource is known for '{spec.Name}'.", nameof(spec)),
        };
}
