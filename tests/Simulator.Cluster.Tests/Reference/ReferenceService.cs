namespace Simulator.Cluster.Tests.Reference;

/// <summary>Something that is waited for.</summary>
internal abstract class ReferenceService
{
    /// <summary>Who waits, in any order.</summary>
    public List<ReferenceRequest> Queue { get; } = [];

    /// <summary>The next instant at which it has something to decide by itself.</summary>
    public virtual long? NextAt => null;

    /// <summary>Who is answered at this instant; their <see cref="ReferenceTask.IsGranted"/> says how.</summary>
    public abstract List<ReferenceTask> Decide(long now);

    /// <summary>A task waits no longer.</summary>
    public virtual void Forget(ReferenceTask task) => Queue.RemoveAll(request => request.Task == task);

    /// <summary>Something is given back.</summary>
    public virtual void Release(long amount) => throw new NotSupportedException();

    /// <summary>The request whose turn it is, by looking at all of them.</summary>
    protected ReferenceRequest? First()
    {
        ReferenceRequest? first = null;
        foreach (var request in Queue)
        {
            first = first is null || request.GoesBefore(first) ? request : first;
        }

        return first;
    }

    protected ReferenceTask Answer(ReferenceRequest request, bool isGranted)
    {
        Queue.Remove(request);
        request.Task.IsGranted = isGranted;
        return request.Task;
    }
}
