using Simulator.Cluster.Updates;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Services;

/// <summary>The services of one run: for each spec one resource per group of its level, made when first asked for.</summary>
/// <remarks>A private copy has the outages of the service that it is a copy of.</remarks>
internal sealed class ServiceSet
{
    private readonly UpdatePlan _plan;
    private readonly ServiceFactory _factory;
    private readonly Resource?[]?[] _resources;
    private readonly OutageDriver?[]?[] _drivers;
    private readonly int[] _levels;

    public ServiceSet(Simulation simulation, UpdatePlan plan, StreamKey stream)
    {
        _plan = plan;
        _factory = new ServiceFactory(simulation, stream);
        var services = plan.Model.Services;
        _resources = new Resource?[]?[services.Count];
        _drivers = new OutageDriver?[]?[services.Count];
        _levels = new int[services.Count];
        for (var index = 0; index < services.Count; index++)
        {
            var isPrivate = plan.Options.IsPrivate(services[index].Name);
            _levels[index] = isPrivate ? 0 : plan.Levels.IndexOf(services[index].Per);
            _drivers[index] = plan.HasOutages(index) ? new OutageDriver?[GroupsOf(index)] : null;
        }
    }

    public int Count => _resources.Length;

    /// <summary>The resource that a group of a level asks: the one of the group that its first node lies in.</summary>
    public Resource Of(int service, int firstNode)
    {
        var group = GroupOf(service, firstNode);
        var own = _resources[service] ??= new Resource?[GroupsOf(service)];
        return own[group] ??= _factory.Make(_plan.Model.Services[service], OwnerOf(service, firstNode));
    }

    /// <summary>As <see cref="Of"/>, for one that may be down: from now on it follows its outages.</summary>
    public Resource Attend(int service, int firstNode)
    {
        var resource = Of(service, firstNode);
        if (_drivers[service] is { } drivers)
        {
            ref var driver = ref drivers[GroupOf(service, firstNode)];
            driver ??= _factory.Drive(_plan.Model.Services[service], resource, OwnerOf(service, firstNode));
            driver.Attend();
        }

        return resource;
    }

    public IEnumerable<Resource> All(int service) => _resources[service]?.OfType<Resource>() ?? [];

    private int GroupsOf(int service) => _plan.Levels.GroupsOf(_levels[service]);

    private int GroupOf(int service, int node) =>
        _levels[service] == 0 ? node : _plan.Levels.GroupOf(_levels[service], node);

    /// <summary>The first node of the group whose service it is, or is a copy of: keys its draws.</summary>
    private int OwnerOf(int service, int node)
    {
        var level = _plan.Levels.IndexOf(_plan.Model.Services[service].Per);
        return _plan.Levels.FirstNode(level, _plan.Levels.GroupOf(level, node));
    }
}
