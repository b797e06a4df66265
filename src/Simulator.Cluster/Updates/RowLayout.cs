namespace Simulator.Cluster.Updates;

/// <summary>Gives every step its columns in the rows of its level: what a node does stands side by side in memory.</summary>
internal static class RowLayout
{
    public static IReadOnlyList<int> Assign(int levels, IReadOnlyList<PlanStep> steps)
    {
        var widths = new int[levels];
        foreach (var step in steps)
        {
            ref var width = ref widths[step.Level];
            step.StartColumn = width++;
            if (step.Virtual != OpKind.Verified)
            {
                step.EndColumn = width++;
            }

            if (step.CanFail)
            {
                step.LostColumn = width++;
                step.AttemptColumn = width++;
            }

            if (step.TimeOut is not null)
            {
                step.DeadlineColumn = width++;
                step.ResumeColumn = width;
                width += 2;
            }

            var first = width;
            step.Waits = [.. step.Waits.Select(wait => wait with { Column = first + wait.Column })];
            width += step.Waits.Length;
        }

        return widths;
    }
}
