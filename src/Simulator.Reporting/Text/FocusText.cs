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
        var others = study
            .Axes.Zip(study.Focus.AxisValues, (axis, value) => (Axis: axis, Value: value))
            .Where(pair => pair.Axis != "cluster.nodes")
            .Select(pair => $", {pair.Axis} = {pair.Value}");
        return $"N = {HumanCount.Of((long)study.Focus.Nodes)}{string.Concat(others)}";
    }
}
