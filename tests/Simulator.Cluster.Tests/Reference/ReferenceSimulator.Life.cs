using Simulator.Cluster.Services;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Tests.Reference;

/// <summary>What a task does from its begin to its end; each yield is a wait: until an instant, or until someone wakes it.</summary>
internal sealed partial class ReferenceSimulator
{
    private IEnumerator<long?> Life(ReferenceTask task)
    {
        switch (task.Step.Kind)
        {
            case ReferenceKind.Verified:
                _endedAt[task.FirstNode] = _now;
                break;
            case ReferenceKind.Admit:
                var asked = Ask(task, _places!, SizeOf(task.Group), 0, "leave");
                yield return null;
                task.Waits[0] = _now - asked;
                break;
            case ReferenceKind.Leave:
                GiveBackPlace(task.Group);
                break;
            default:
                for (var wait = Attempts(task); wait.MoveNext(); )
                {
                    yield return wait.Current;
                }

                break;
        }

        task.End = IsGone(task) ? -1 : _now;
    }

    private IEnumerator<long?> Attempts(ReferenceTask task)
    {
        for (; ; task.Attempt++)
        {
            task.IsTimedOut = false;
            task.Deadline = task.Step.Spec!.TimeOut is { } span ? _now + span.Nanoseconds : null;
            for (var wait = Take(task); wait.MoveNext(); )
            {
                yield return wait.Current;
            }

            task.Start = _now;
            var hasFailed = !task.IsGranted || task.IsTimedOut;
            if (!hasFailed)
            {
                hasFailed = _draws.Fails(task);
                for (var wait = Work(task, hasFailed); wait.MoveNext(); )
                {
                    yield return wait.Current;
                }

                hasFailed |= !task.IsGranted || task.IsTimedOut;
            }

            if (!hasFailed)
            {
                Finish(task);
                yield break;
            }

            GiveBack(task, _ => true);
            if (task.Attempt > (task.Step.Spec!.Retry?.Limit ?? 0))
            {
                Fail(task);
                yield break;
            }

            var pause = _draws.Pause(task);
            task.Lost += _now - task.Start + pause;
            ForgetSharing(task);
            yield return _now + pause;
        }
    }

    /// <summary>What sharing a link or a station cost a failed attempt is part of what that attempt cost.</summary>
    private void ForgetSharing(ReferenceTask task)
    {
        var within = (task.Step.Spec!.Transfer is { Size.Bits: > 0 } ? 1 : 0) + (CenterOf(task) is null ? 0 : 1);
        Array.Clear(task.Waits, task.Waits.Length - within, within);
    }

    /// <summary>Needs, uses and calls, in this order, each in the order of the file; not granted where the client gave up.</summary>
    private IEnumerator<long?> Take(ReferenceTask task)
    {
        var spec = task.Step.Spec!;
        var request = 0;
        task.IsGranted = true;
        foreach (var need in spec.Needs)
        {
            var asked = Ask(task, ServiceOf(need.Service, task), need.Amount.Units, 0, need.Until ?? spec.Name);
            yield return null;
            task.Waits[request++] += _now - asked;
            if (task.IsTimedOut)
            {
                yield break;
            }
        }

        foreach (var use in spec.Uses)
        {
            var station = (StationSpec)SpecOf(use.Service);
            if (station.DoesWork)
            {
                continue;
            }

            var priority = station.Discipline == Discipline.Priority ? use.Priority : 0;
            var asked = Ask(task, ServiceOf(use.Service, task), 1, priority, spec.Name);
            yield return null;
            task.Waits[request++] += _now - asked;
            if (task.IsTimedOut)
            {
                yield break;
            }
        }

        foreach (var call in spec.Calls)
        {
            var asked = Ask(task, ServiceOf(call.Service, task), call.Count, 0, "");
            yield return null;
            var retry = ((TokenBucketSpec)SpecOf(call.Service)).Retry;
            for (var refusals = 1; IsRefused(task) && refusals <= (retry!.Limit ?? int.MaxValue); refusals++)
            {
                task.IsWaiting = true;
                yield return _now + _draws.ClientPause(task, retry, request, refusals);
                if (!task.IsTimedOut)
                {
                    Ask(task, ServiceOf(call.Service, task), call.Count, 0, "");
                    yield return null;
                }
            }

            task.Waits[request++] += _now - asked;
            if (!task.IsGranted || task.IsTimedOut)
            {
                yield break;
            }
        }
    }

    private static bool IsRefused(ReferenceTask task) => !task.IsGranted && !task.IsTimedOut;

    private IEnumerator<long?> Work(ReferenceTask task, bool isFailing)
    {
        var spec = task.Step.Spec!;
        if (spec.Transfer is { Size.Bits: > 0 } transfer)
        {
            var link = (ReferenceLink)ServiceOf(transfer.From, task);
            var asked = Ask(task, link, transfer.Size.Bits, 0, "");
            yield return null;
            task.Waits[^(CenterOf(task) is null ? 1 : 2)] = _now - asked - link.Alone(transfer.Size.Bits);
            if (task.IsTimedOut)
            {
                yield break;
            }
        }

        var center = CenterOf(task);
        for (var wait = Serve(task, center, isFailing); center is not null && wait.MoveNext(); )
        {
            yield return wait.Current;
        }

        var end = center is null ? EndOfWork(task, isFailing) : _now;
        if (task.IsGranted && !task.IsTimedOut)
        {
            var seen = spec.Poll is null ? end : Seen(task, spec.Poll, end);
            task.IsTimedOut = seen > task.Deadline;
            yield return task.IsTimedOut ? task.Deadline : seen;
        }
    }

    private UseSpec? CenterOf(ReferenceTask task) =>
        task.Step.Spec!.Uses.FirstOrDefault(use => SpecOf(use.Service) is StationSpec { DoesWork: true });

    private long EndOfWork(ReferenceTask task, bool isFailing)
    {
        var spec = task.Step.Spec!;
        return (isFailing ? spec.Fails!.Detected : Detection.AtEnd) switch
        {
            Detection.AtOnce => _now,
            Detection.AtTimeOut => Math.Max(_now, task.Start + spec.Fails!.TimeOut!.Value.Nanoseconds),
            _ => _now + _draws.Duration(task),
        };
    }

    /// <summary>Brings the work to a station, again and again where it is refused; not granted where the client gave up.</summary>
    private IEnumerator<long?> Serve(ReferenceTask task, UseSpec? use, bool isFailing)
    {
        var (spec, station) = (task.Step.Spec!, (StationSpec)SpecOf(use!.Service));
        var plain = spec.Uses.Count(other => SpecOf(other.Service) is StationSpec { DoesWork: false });
        var op = spec.Needs.Count + plain + spec.Calls.Count + 1 + (spec.Transfer is { Size.Bits: > 0 } ? 2 : 0);
        var work = EndOfWork(task, isFailing) - _now;
        var asked = _now;
        for (var refusals = 0; refusals == 0 || IsRefused(task); refusals++)
        {
            if (refusals > (station.Retry?.Limit ?? int.MaxValue))
            {
                yield break;
            }

            if (refusals > 0)
            {
                task.IsWaiting = true;
                yield return _now + _draws.ClientPause(task, station.Retry!, op, refusals);
                if (task.IsTimedOut)
                {
                    yield break;
                }
            }

            Ask(task, ServiceOf(use.Service, task), EndOfWork(task, isFailing) - _now, use.Priority, "");
            yield return null;
        }

        task.Waits[^1] = _now - asked - work;
    }

    /// <summary>The first tick at or after the end: multiples of the period from the start, or from a drawn phase.</summary>
    private long Seen(ReferenceTask task, PollSpec poll, long end)
    {
        var period = poll.Period.Nanoseconds;
        var tick = task.Start + (poll.HasUniformPhase ? _draws.Phase(task, poll.Period) : period);
        while (tick < end)
        {
            tick += period;
        }

        return tick;
    }

    private long Ask(ReferenceTask task, ReferenceService service, long amount, int priority, string until)
    {
        task.IsWaiting = true;
        service.Queue.Add(new ReferenceRequest(task, amount, priority, _round, until));
        return _now;
    }

    private void Finish(ReferenceTask task)
    {
        GiveBack(task, holding => holding.Until == task.Step.Name);
        _heldOn.AddRange(task.Held.Select(holding => (task, holding)));
        task.Held.Clear();
        GiveBackHeldOn(held => held.Task.Group == task.Group && held.Holding.Until == task.Step.Name);
    }

    private static void GiveBack(ReferenceTask task, Predicate<Holding> which)
    {
        foreach (var holding in task.Held.FindAll(which))
        {
            holding.Service.Release(holding.Amount);
            task.Held.Remove(holding);
        }
    }

    private void GiveBackHeldOn(Predicate<(ReferenceTask Task, Holding Holding)> which)
    {
        foreach (var held in _heldOn.FindAll(which))
        {
            held.Holding.Service.Release(held.Holding.Amount);
            _heldOn.Remove(held);
        }
    }

    /// <summary>The nodes of a group fail for good; groups in which nobody is left are gone.</summary>
    private void Fail(ReferenceTask task)
    {
        foreach (var node in task.Nodes.Where(node => !_hasFailed[node]))
        {
            (_hasFailed[node], _endedAt[node]) = (true, _now);
        }

        GiveBackHeldOn(held => IsGone(held.Task));
        foreach (var leave in Tasks.Where(other => other.Step.Kind == ReferenceKind.Leave && !other.HasBegun))
        {
            if (IsGone(leave))
            {
                leave.HasBegun = true;
                GiveBackPlace(leave.Group);
            }
        }
    }
}
