using Simulator.Analysis.Breakpoints;
using Simulator.Analysis.ScalingLaws;
using Simulator.Analysis.Tests.Oracles;

namespace Simulator.Analysis.Tests.ScalingLaws;

/// <summary>Recovered laws, universal scalability and breaks against the oracle file.</summary>
[Category("Oracles")]
[Category("ExactOracles")]
public sealed class ScalingOracleTests
{
    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "LAW" })]
    public void Law_of_noise_free_points(OracleRow row)
    {
        var fit = ScalingFit.To([
            .. row.Numbers("N").Zip(row.Numbers("T"), (nodes, seconds) => new CurvePoint(nodes, seconds)),
        ]);

        var law = fit.Chosen!.Law;
        var form = row.Text("family") switch
        {
            "power" => GrowthForm.Power,
            "log" => GrowthForm.Logarithmic,
            "linear" => GrowthForm.Linear,
            "hinge" => GrowthForm.Hinge,
            _ => GrowthForm.Staircase,
        };
        var got = row.Quantity switch
        {
            "recovered c" => law.Constant,
            "recovered a" or "recovered s" => law.Slope,
            "recovered b" or "recovered Nstar" or "recovered k" => law.Shape,
            _ => throw new InvalidOperationException($"No quantity is called {row.Quantity}."),
        };
        TestContext.Out.WriteLine($"{row.Id}: {law.Formula}, error {got / row.Number - 1:e2}");
        Assert.That(law.Form, Is.EqualTo(form));
        Assert.That(got, Is.EqualTo(row.Number).Within(1e-6 * row.Number));
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "USL" })]
    public void Universal_scalability(OracleRow row)
    {
        var law = UniversalScalability.Fit(row.Numbers("N"), row.Numbers("X"), isConstrained: false)!;

        var got = row.Quantity.Split(' ', 2)[1] switch
        {
            "gamma" => law.Single,
            "sigma" => law.Contention,
            "kappa" => law.Coherency,
            "X(N*)" => law.PeakThroughput,
            _ => law.PeakConcurrency,
        };
        TestContext.Out.WriteLine($"{row.Id}: error {got / row.Number - 1:e2}");
        Assert.That(got, Is.EqualTo(row.Number).Within(1e-6 * row.Number));
    }

    [TestCaseSource(typeof(OracleFile), nameof(OracleFile.Cases), new object[] { "CHANGE" })]
    public void Break_of_a_noisy_knee(OracleRow row)
    {
        var fit = Breakpoint.Fit(row.Numbers("x"), row.Numbers("y"))!;

        var got = row.Quantity.StartsWith("N*", StringComparison.Ordinal) ? fit.Position : fit.SlopeAfter;
        TestContext.Out.WriteLine($"{row.Id}: error {got / row.Number - 1:e2}");
        Assert.That(got, Is.EqualTo(row.Number).Within(1e-9 * row.Number));
    }
}
