using Simulator.Cluster.Services;
using Simulator.Cluster.Strategies;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>
/// A rollout the slow and plain way: lists that are searched from end to end, rational numbers, one iterator a task.
/// </summary>
/// <remarks>
/// Written from the words of the contract and shares nothing with the engine but the model and the draws. One instant:
/// what ends now is drained, then everything that is waited for decides, repeated until nothing happens. What is asked for
/// between two decisions is ordered by node and place in the plan; what came before goes first. A group all of whose nodes
/// have failed is gone: nobody waits for it, and what it holds beyond a step it gives back at once; a step that is under way
/// goes on to the end of its wait or its work and gives back then.
/// </remarks>
internal sealed partial class ReferenceSimulator
{
    private readonly Model _model;
    private readonly ReferenceGroups _groups;
    private readonly ReferenceDraws _draws;
    private readonly Dictionary<(string Name, int Group), ReferenceService> _services = [];
    private readonly List<(ReferenceTask Task, Holding Holding)> _heldOn = [];
    private readonly ReferenceService? _places;
    private readonly long[] _endedAt;
    private readonly bool[] _hasFailed;
    private long _now;
    private long _round;

    public ReferenceSimulator(Model model, ulong seed, ulong replication)
    {
        (_model, _groups, _draws) = (model, new ReferenceGroups(model), new ReferenceDraws(seed, replication));
        Steps = new ReferencePlan(model, _groups).Steps;
        foreach (var step in Steps)
        {
            for (var group = 0; group < _groups.GroupsAt(step.Level); group++)
            {
                Tasks.Add(new ReferenceTask(step, group, [.. _groups.NodesIn(step.Level, group)]));
            }
        }

        foreach (var task in Tasks)
        {
            task.Before.AddRange(Tasks.Where(other => task.Step.After.Contains(other.Step) && other.Touches(task)));
        }

        _endedAt = [.. Enumerable.Repeat(-1L, _groups.Nodes)];
        _hasFailed = new bool[_groups.Nodes];
        _places = Steps.Exists(step => step.Kind == ReferenceKind.Admit) ? MakePlaces() : null;
    }

    public List<ReferenceStep> Steps { get; }

    public List<ReferenceTask> Tasks { get; } = [];

    /// <summary>Whether somebody is left who can never end.</summary>
    public bool IsStuck => _places is ReferenceBatches { IsImpossible: true } || _endedAt.Contains(-1);

    public ReferenceTask Find(string step, int group) =>
        Tasks.Find(task => task.Step.Name == step && task.Group == group)!;

    public long EndOf(int node) => _endedAt[node];

    public bool HasFailed(int node) => _hasFailed[node];

    /// <summary>Whether all nodes of a group have failed.</summary>
    public bool IsGone(ReferenceTask task) => task.Nodes.All(HasFailed);

    /// <summary>The instant at which the last node of a group ended.</summary>
    public long GoneAt(ReferenceTask task) => task.Nodes.Max(EndOf);

    public void Run()
    {
        BeginWhatIsReady();
        while (true)
        {
            Drain();
            if (Decide())
            {
                continue;
            }

            var instants = Tasks
                .Select(task => task.WakeAt)
                .Concat(AllServices.Select(service => service.NextAt))
                .Concat(Tasks.Where(task => task.IsWaiting && !IsGone(task)).Select(task => task.Deadline));
            if (instants.Where(at => at is not null).Min() is not { } next)
            {
                return;
            }

            Assert.That(next, Is.GreaterThan(_now), "the reference stands still");
            _now = next;
            _round++;
        }
    }

    private IEnumerable<ReferenceService> AllServices =>
        _places is null ? _services.Values : _services.Values.Append(_places);

    private void Drain()
    {
        if (_places is ReferenceBatches batches && batches.NextAt == _now)
        {
            batches.Open(_now);
        }

        var links = _services.Values.OfType<ReferenceLink>().SelectMany(link => link.Finish(_now));
        var centers = _services.Values.OfType<ReferenceCenter>().SelectMany(center => center.Finish(_now));
        foreach (var task in links.Concat(centers))
        {
            (task.WakeAt, task.IsWaiting) = (_now, false);
        }

        while (Earliest(Tasks.Where(task => task.WakeAt == _now || IsOverdue(task))) is { } next)
        {
            if (IsOverdue(next))
            {
                AllServices.ToList().ForEach(service => service.Forget(next));
                next.IsTimedOut = true;
            }

            GoOn(next);
        }
    }

    /// <summary>Whether an attempt has waited to the end of its time.</summary>
    private bool IsOverdue(ReferenceTask task) => task.IsWaiting && task.Deadline == _now && !IsGone(task);

    /// <summary>All decide first, all go on second.</summary>
    private bool Decide()
    {
        _round++;
        var isFlowing = _services.Values.Any(service => service is ReferenceLink { Queue.Count: > 0 });
        var answered = AllServices.ToList().SelectMany(service => service.Decide(_now)).ToList();
        var count = answered.Count;
        while (Earliest(answered) is { } next)
        {
            answered.Remove(next);
            GoOn(next);
        }

        return isFlowing
            || count > 0
            || _services.Values.Any(service => service is ReferenceCenter && service.NextAt == _now);
    }

    private static ReferenceTask? Earliest(IEnumerable<ReferenceTask> tasks)
    {
        ReferenceTask? first = null;
        foreach (var task in tasks)
        {
            first = first is null || task.ComesBefore(first) ? task : first;
        }

        return first;
    }

    private void GoOn(ReferenceTask task)
    {
        (task.WakeAt, task.IsWaiting) = (null, false);
        if (IsGone(task))
        {
            task.Life = null;
            GiveBack(task, _ => true);
        }
        else
        {
            while (task.WakeAt is null && task.Life!.MoveNext() && task.Life.Current is { } at)
            {
                task.WakeAt = at > _now ? at : null;
            }
        }

        BeginWhatIsReady();
    }

    private void BeginWhatIsReady()
    {
        while (Earliest(Tasks.Where(IsReady)) is { } next)
        {
            next.HasBegun = true;
            next.Life = Life(next);
            GoOn(next);
        }
    }

    private bool IsReady(ReferenceTask task) => !task.HasBegun && !IsGone(task) && task.Before.TrueForAll(IsOver);

    private bool IsOver(ReferenceTask task) => task.End >= 0 || IsGone(task);

    private long SizeOf(int unit)
    {
        var isUnits = _model.Rollout.Limit?.MaxUnavailable.Kind == QuotaKind.Units;
        return isUnits ? 1 : _groups.NodesIn(_groups.LevelOf(_model.Rollout.Unit), unit).Count();
    }

    private void GiveBackPlace(int unit)
    {
        var admit = Tasks.Find(task => task.Step.Kind == ReferenceKind.Admit && task.Group == unit)!;
        if (_places is ReferenceBatches batches)
        {
            batches.Finish(unit, _now);
        }
        else if (admit.End >= 0)
        {
            GiveBack(admit, _ => true);
        }
        else
        {
            _places!.Queue.RemoveAll(request => request.Task == admit);
        }
    }

    private ReferenceService MakePlaces()
    {
        var rollout = _model.Rollout;
        if (rollout.Admission == Admission.Window)
        {
            return new ReferenceCapacity(ReferencePlaces.Limit(rollout.Limit!, _groups.Nodes));
        }

        return new ReferenceBatches(ReferencePlaces.Sizes(rollout, _groups) ?? [0], rollout.Bake.Nanoseconds);
    }

    private ReferenceCenter MakeCenter(StationSpec station, int owner) =>
        new(station, choice => _draws.Choice(station.Name, owner, choice), OutagesOf(station, owner));

    private ReferenceOutages OutagesOf(ServiceSpec service, int owner) =>
        new(service.Outages, (outage, draw) => _draws.Outage(service.Name, owner, outage, draw));

    private ServiceSpec SpecOf(string name) => _model.Services.First(service => service.Name == name);

    private ReferenceService ServiceOf(string name, ReferenceTask task)
    {
        var spec = SpecOf(name);
        var group = _groups.GroupOf(_groups.LevelOf(spec.Per), task.FirstNode);
        if (!_services.TryGetValue((name, group), out var service))
        {
            service = spec switch
            {
                StationSpec { DoesWork: true } station => MakeCenter(station, _groups.FirstNodeOf(spec.Per, group)),
                StationSpec station => new ReferenceCapacity(station.Servers),
                BudgetSpec budget => new ReferenceCapacity(budget.Capacity.Units),
                TokenBucketSpec bucket => new ReferenceBucket(bucket),
                LinkSpec link => new ReferenceLink(link),
                _ => throw new NotSupportedException(name),
            };
            _services.Add((name, group), service);
        }

        return service;
    }
}
