using Simulator.Cluster.Services;
using Simulator.Cluster.Topology;
using Simulator.Kernel;
using Simulator.Kernel.Random;
using Simulator.Kernel.Resources;

namespace Simulator.Cluster.Updates;

/// <summary>Writes the ops of every step and numbers the graph.</summary>
internal sealed class OpCompiler(Model model, PlanOptions options, Levels levels, IReadOnlyList<DraftStep> drafts)
{
    private readonly List<Op> _ops = [];
    private readonly List<PlanStep> _steps = [];
    private readonly Contention _contention = new(model, options);

    public UpdatePlan Compile()
    {
        foreach (var draft in drafts)
        {
            _steps.Add(NewStep(draft));
        }

        for (var index = 0; index < drafts.Count; index++)
        {
            _steps[index].Predecessors = [.. drafts[index].Predecessors.Select(IndexOf).Order()];
            _steps[index].Successors =
            [
                .. drafts.Where(other => other.Predecessors.Contains(drafts[index])).Select(IndexOf).Order(),
            ];
        }

        foreach (var step in _steps)
        {
            step.IsJoin =
                step.Predecessors.Length > 1 || step.Predecessors.Any(other => _steps[other].Level < step.Level);
        }

        foreach (var step in _steps)
        {
            step.Follower = FollowerOf(step);
        }

        foreach (var step in _steps)
        {
            Write(step, drafts[step.Index].Spec);
        }

        var plan = new UpdatePlan(model, options, levels, _steps, [.. _ops]);
        ShiftColumns(plan);
        return plan;
    }

    private int IndexOf(DraftStep draft) => ((List<DraftStep>)drafts).IndexOf(draft);

    private int FollowerOf(PlanStep step)
    {
        var holdsOn = drafts[step.Index].Spec?.Needs.Any(need => need.Until is not null) ?? false;
        if (
            step.Successors is not [var only]
            || (holdsOn && (model.Rollout.CanHalt || _steps.Exists(other => other.CanFail)))
        )
        {
            return -1; // who fails gives back what ended steps hold: their ends must not be noted ahead of the clock
        }

        var next = _steps[only];
        return next.Level == step.Level && !next.IsJoin ? only : -1;
    }

    private PlanStep NewStep(DraftStep draft)
    {
        var spec = draft.Spec;
        var canFail =
            (options.HasFailures && (spec?.Fails is { IsPossible: true } || spec?.TimeOut is not null))
            || (spec is not null && _contention.MayGiveUp(spec));
        return new PlanStep
        {
            Name = draft.Name,
            Index = _steps.Count,
            Level = draft.Level,
            IsDeclared = spec is not null,
            StreamId = Fnv1a.Hash32(draft.Name),
            Virtual = draft.Virtual,
            Law = spec?.Takes is DurationSpec.Drawn { Law: not Constant } drawn ? drawn.Law : null,
            Listed = spec?.Takes is DurationSpec.Listed listed
                ? [.. listed.Seconds.Select(seconds => SimTime.FromSeconds(seconds).Nanoseconds)]
                : null,
            Fails = options.HasFailures ? spec?.Fails : null,
            RetryLimit = spec?.Retry?.Limit ?? 0,
            Backoff = spec?.Retry?.Backoff,
            Poll = spec?.Poll,
            TimeOut = options.HasFailures ? spec?.TimeOut : null,
            CanFail = canFail,
        };
    }

    private void Write(PlanStep step, StepSpec? spec)
    {
        step.FirstOp = _ops.Count;
        switch (step.Virtual)
        {
            case OpKind.Verified:
                Add(step, OpKind.Verified);
                return;
            case OpKind.Admit:
                Add(step, OpKind.Admit, isShared: true, column: AddWait(step, WaitColumn.Place));
                break;
            case OpKind.Leave:
                Add(step, OpKind.Leave, isShared: true);
                break;
            default:
                WriteDeclared(step, spec!);
                break;
        }

        step.EndOp = _ops.Count;
        Add(step, OpKind.End, isShared: step.Follower < 0);
    }

    private void WriteDeclared(PlanStep step, StepSpec spec)
    {
        var releases = new Stack<Op>();
        if (step.TimeOut is not null)
        {
            Add(step, OpKind.Watch);
        }

        WriteRequests(step, spec, releases);
        Add(step, OpKind.Begin);
        if (spec.Transfer is { Size.Bits: > 0 } transfer)
        {
            WriteTransfer(step, spec, transfer);
        }

        WriteWork(step, spec);
        foreach (var release in releases)
        {
            _ops.Add(release);
        }

        WriteLateReleases(step, spec);
    }

    private void WriteWork(PlanStep step, StepSpec spec)
    {
        var fixedSpan = spec.Takes is DurationSpec.Drawn { Law: Constant constant }
            ? SimTime.FromSeconds(constant.Mean).Nanoseconds
            : 0;
        if (_contention.IsServed(spec))
        {
            var center = _contention.CenterOf(spec)!;
            var service = _contention.IndexOf(center.Service);
            var column = AddWait(step, service, isWithinWork: true);
            Add(step, OpKind.Serve, true, service, fixedSpan, center.Priority, column);
            Add(step, OpKind.Served, column: column);
        }
        else if (spec.Takes is DurationSpec.Drawn { Law: Constant } && IsPlain(step))
        {
            Add(step, OpKind.Delay, amount: fixedSpan);
        }
        else if (spec.Takes is not null || !IsPlain(step))
        {
            Add(step, OpKind.Work, amount: fixedSpan);
        }
    }

    /// <summary>Whether work is just a span: it neither fails nor is cut off, and its end is seen at once.</summary>
    private static bool IsPlain(PlanStep step) => step.Fails is null && step.Poll is null && step.TimeOut is null;

    private void WriteRequests(PlanStep step, StepSpec spec, Stack<Op> releases)
    {
        foreach (var need in spec.Needs.Where(need => _contention.IsContended(need.Service)))
        {
            var service = _contention.IndexOf(need.Service);
            var until = need.Until is null ? -1 : IndexOfDeclared(need.Until);
            Add(step, OpKind.Need, true, service, need.Amount.Units, column: AddWait(step, service), until: until);
            if (until < 0)
            {
                releases.Push(NewOp(step, OpKind.ReleaseNeed, true, service, need.Amount.Units));
            }
        }

        foreach (
            var use in spec.Uses.Where(use =>
                !_contention.StationOf(use).DoesWork && _contention.IsContended(use.Service)
            )
        )
        {
            var service = _contention.IndexOf(use.Service);
            var priority = _contention.StationOf(use).Discipline == Discipline.Priority ? use.Priority : 0;
            Add(step, OpKind.Use, true, service, 1, priority, AddWait(step, service));
            releases.Push(NewOp(step, OpKind.ReleaseUse, true, service, 1));
        }

        foreach (var call in spec.Calls.Where(call => _contention.IsCallContended(call.Service)))
        {
            var service = _contention.IndexOf(call.Service);
            var isAlone = _contention.IsCalledAlone(call.Service) && spec.TimeOut is null;
            var kind = isAlone ? OpKind.CallAlone : OpKind.Call;
            Add(step, kind, !isAlone, service, call.Count, column: AddWait(step, service));
        }
    }

    private void WriteTransfer(PlanStep step, StepSpec spec, TransferSpec transfer)
    {
        var service = _contention.IndexOf(transfer.From);
        var link = (LinkSpec)model.Services[service];
        var alone = Link.Alone(link.Bandwidth, link.PerNode, transfer.Size).Nanoseconds;
        if (_contention.IsSpan(transfer, spec))
        {
            Add(step, OpKind.Delay, amount: alone);
            return;
        }

        var kind = _contention.IsTimed(transfer) ? OpKind.Fetch : OpKind.Transfer;
        var column = AddWait(step, service, isWithinWork: true);
        var fetch = NewOp(step, kind, true, service, transfer.Size.Bits);
        _ops.Add(fetch with { Column = column, Alone = alone });
        Add(step, OpKind.Transferred, column: column);
    }

    /// <summary>Amounts that earlier steps hold until the end of this one.</summary>
    private void WriteLateReleases(PlanStep step, StepSpec spec)
    {
        foreach (var earlier in model.Update.Steps)
        {
            foreach (var need in earlier.Needs.Where(need => _contention.IsContended(need.Service)))
            {
                if (string.Equals(need.Until, spec.Name, StringComparison.Ordinal))
                {
                    var release = NewOp(
                        step,
                        OpKind.ReleaseNeed,
                        true,
                        _contention.IndexOf(need.Service),
                        need.Amount.Units
                    );
                    _ops.Add(release with { Until = IndexOfDeclared(earlier.Name) });
                }
            }
        }
    }

    private int IndexOfDeclared(string name) =>
        _steps.FindIndex(step => step.IsDeclared && string.Equals(step.Name, name, StringComparison.Ordinal));

    private static int AddWait(PlanStep step, int service, bool isWithinWork = false)
    {
        step.Waits = [.. step.Waits, new WaitColumn(service, step.Waits.Length, isWithinWork)];
        return step.Waits.Length - 1;
    }

    private void Add(
        PlanStep step,
        OpKind kind,
        bool isShared = false,
        int service = -1,
        long amount = 0,
        int priority = 0,
        int column = -1,
        int until = -1
    ) =>
        _ops.Add(
            NewOp(step, kind, isShared, service, amount) with
            {
                Priority = priority,
                Column = column,
                Until = until,
            }
        );

    private static Op NewOp(PlanStep step, OpKind kind, bool isShared, int service, long amount) =>
        new()
        {
            Kind = kind,
            Step = step.Index,
            IsShared = isShared,
            Service = service,
            Amount = amount,
            Column = -1,
            Until = -1,
        };

    /// <summary>Wait columns were counted from 0 in their step; the layout gave the steps their places in the row.</summary>
    private static void ShiftColumns(UpdatePlan plan)
    {
        for (var index = 0; index < plan.Ops.Length; index++)
        {
            var op = plan.Ops[index];
            if (op.Column >= 0)
            {
                plan.Ops[index] = op with { Column = plan.Steps[op.Step].Waits[op.Column].Column };
            }
        }
    }
}
