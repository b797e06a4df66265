namespace Simulator.Analysis.ScalingLaws;

/// <summary>The terms that a form adds up: 1 first, then φ(N; θ), then what else it has.</summary>
internal static class GrowthTerms
{
    /// <summary>The values of all terms at N.</summary>
    public static double[] At(GrowthForm form, double nodes, double? shape) =>
        form switch
        {
            GrowthForm.Constant => [1],
            GrowthForm.Logarithmic => [1, Math.Log(nodes)],
            GrowthForm.SquareRoot => [1, Math.Sqrt(nodes)],
            GrowthForm.Linear => [1, nodes],
            GrowthForm.LinearLogarithmic => [1, nodes * Math.Log(nodes)],
            GrowthForm.Power or GrowthForm.Staircase or GrowthForm.Hinge => [1, Shaped(form, nodes, shape!.Value)],
            _ => [1, nodes - 1, nodes * (nodes - 1)],
        };

    /// <summary>φ(N; θ) of a form that has a shape.</summary>
    public static double Shaped(GrowthForm form, double nodes, double shape) =>
        form switch
        {
            GrowthForm.Power => Math.Pow(nodes, shape),
            GrowthForm.Staircase => Math.Ceiling(nodes / shape),
            _ => Math.Max(0, nodes - shape),
        };

    /// <summary>The number of fitted numbers: one a term and one for θ.</summary>
    public static int Parameters(GrowthForm form) =>
        form switch
        {
            GrowthForm.Constant => 1,
            GrowthForm.Power or GrowthForm.Staircase or GrowthForm.Hinge or GrowthForm.UniversalScalability => 3,
            _ => 2,
        };
}
