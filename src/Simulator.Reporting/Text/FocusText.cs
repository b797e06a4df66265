using Simulator.Experiments.Studies;

namespace Simulator.Reporting.Text;

/// <summary>Says which cell it is that a study tells everything of.</summary>
public static class FocusText
{
    /// <summary><c>N = 1,000</c>, with the values of the other axes behind it where there are any.</summary>
    /// <param name="study">The study.</param>
    public static string Of(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var others = Others(study);
        return $"N = {HumanCount.Of((long)study.Focus.Nodes)}{(others.Length > 0 ? ", " + others : "")}";
    }

    /// <summary>The values of the axes other than N there, such as <c>rollout.limit.cap = 10</c>; empty where there are none.</summary>
    /// <param name="study">The study.</param>
    public static string Others(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return string.Join(
            ", ",
            study
                .Axes.Zip(study.Focus.AxisValues, (axis, value) => (Axis: axis, Value: value))
                .Where(pair => pair.Axis != "cluster.nodes")
                .Select(pair => $"{pair.Axis} = {pair.Value}")
        );
    }
}
