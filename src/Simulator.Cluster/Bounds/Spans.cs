using Simulator.Cluster.Records;
using Simulator.Cluster.Updates;

namespace Simulator.Cluster.Bounds;

/// <summary>Times of a solo run that no company makes shorter: work, without the waits for services.</summary>
/// <remarks>A wait may be shorter in company: a bucket refills while its client is held up elsewhere.</remarks>
internal sealed class Spans
{
    private readonly RunRecord _solo;
    private readonly PlanStep[] _declared;
    private readonly bool _isEverWaiting;
    private readonly bool[] _isTimed;

    /// <summary>Reads a solo run.</summary>
    /// <param name="solo">The run.</param>
    /// <param name="isChain">Whether steps follow each other: then nothing is shared within a failed attempt either.</param>
    public Spans(RunRecord solo, bool isChain)
    {
        (_solo, IsChain) = (solo, isChain);
        _declared = [.. solo.Plan.Steps.Where(step => step.IsDeclared)];
        _isEverWaiting = solo.Plan.Steps.Any(step => step.Waits.Length > 0);
        _isTimed = [.. solo.Plan.Steps.Select(IsTimed)];
    }

    public bool IsChain { get; }

    public long Cell(PlanStep step, int group, int column) => _solo.Cell(step.Level, group, column);

    /// <summary>Work and transfer of the last attempt; 0 where it never ended.</summary>
    public long OfLastAttempt(PlanStep step, int group)
    {
        var end = Cell(step, group, step.EndColumn);
        return end < 0 ? 0 : end - Cell(step, group, step.StartColumn) - Waited(step, group, isWithinWork: true);
    }

    /// <summary>As <see cref="OfLastAttempt"/>, with failed attempts and pauses where they are known by themselves.</summary>
    public long Of(PlanStep step, int group) =>
        OfLastAttempt(step, group)
        + (IsChain && step.LostColumn >= 0 && !_isTimed[step.Index] ? Cell(step, group, step.LostColumn) : 0);

    /// <summary>When the step first asked for something.</summary>
    public long AskedAt(PlanStep step, int group) =>
        Cell(step, group, step.StartColumn)
        - (step.LostColumn < 0 ? 0 : Cell(step, group, step.LostColumn))
        - Waited(step, group, isWithinWork: false);

    /// <summary>The least sum, over the nodes of a group, of their own work after a step; O(1) a node where nothing waits.</summary>
    public long After(PlanStep step, int group)
    {
        var levels = _solo.Plan.Levels;
        var least = long.MaxValue;
        for (var node = levels.FirstNode(step.Level, group); node < levels.EndNode(step.Level, group); node++)
        {
            least = Math.Min(
                least,
                _isEverWaiting
                    ? Between(step.Index + 1, int.MaxValue, node, 0)
                    : _solo.EndOf(node).Nanoseconds - Cell(step, group, step.EndColumn)
            );
        }

        return least;
    }

    /// <summary>The sum of what a node, or the groups around it from a level up, do from one place in the plan to another.</summary>
    public long Between(int first, int last, int node, int leastLevel)
    {
        var sum = 0L;
        foreach (var step in _declared)
        {
            if (step.Index >= first && step.Index <= last && step.Level >= leastLevel)
            {
                sum += Of(step, _solo.Plan.Levels.GroupOf(step.Level, node));
            }
        }

        return sum;
    }

    /// <summary>A failed attempt may have stood still at closed doors that company would have spared it.</summary>
    private bool IsTimed(PlanStep step) =>
        step.Waits.Any(wait => wait.Service >= 0 && _solo.Plan.Model.Services[wait.Service].IsTimed);

    private long Waited(PlanStep step, int group, bool isWithinWork)
    {
        var sum = 0L;
        for (var index = 0; index < step.Waits.Length; index++)
        {
            var wait = step.Waits[index];
            sum += wait.IsWithinWork == isWithinWork ? Cell(step, group, wait.Column) : 0;
        }

        return sum;
    }
}
