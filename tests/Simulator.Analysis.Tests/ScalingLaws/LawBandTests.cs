using Simulator.Analysis.ScalingLaws;
using Simulator.Analysis.Tests.Estimates;

namespace Simulator.Analysis.Tests.ScalingLaws;

/// <summary>What chance leaves open of a law, against what least squares say of it in closed form.</summary>
public sealed class LawBandTests
{
    private const int Replications = 200;
    private static readonly double[] Sizes = [100, 200, 300, 400, 500, 600, 700, 800];

    [Test]
    public void Without_noise_the_band_is_the_law()
    {
        double[] row = [.. Sizes.Select(n => 40 + (0.2 * n))];
        var (law, band) = Fit([row, row, row]);

        var (lower, upper) = band!.At(5000);
        Assert.That(law.Form, Is.EqualTo(GrowthForm.Linear));
        Assert.That(lower, Is.EqualTo(upper).And.EqualTo(1040).Within(1e-6));
        Assert.That(band.Slope.Lower, Is.EqualTo(0.2).Within(1e-9));
        Assert.That(band.Curvature, Is.EqualTo((0.0, 0.0)));
        Assert.That(band.Shape, Is.Null);
    }

    [Test]
    public void Independent_noise_gives_the_error_of_a_regression_line()
    {
        const double noise = 5;
        var uniforms = new KeyedUniforms(7);
        var rows = Enumerable
            .Range(0, Replications)
            .Select(_ => Sizes.Select(n => 40 + (0.2 * n) + (noise * uniforms.NextNormal())).ToArray())
            .ToArray();
        var (_, band) = Fit(rows);

        var mean = Sizes.Average();
        var spread = Sizes.Sum(n => (n - mean) * (n - mean));
        foreach (var nodes in new[] { 450.0, 1600, 8000 })
        {
            var error = noise / Math.Sqrt(Replications);
            error *= Math.Sqrt((1.0 / Sizes.Length) + ((nodes - mean) * (nodes - mean) / spread));
            var (lower, upper) = band!.At(nodes);
            Assert.That((upper - lower) / 2, Is.EqualTo(1.96 * error).Within(20).Percent, $"N = {nodes}");
        }
    }

    [Test]
    public void Noise_that_a_replication_has_at_every_size_does_not_average_out()
    {
        const double noise = 5;
        var uniforms = new KeyedUniforms(9);
        var rows = Enumerable
            .Range(0, Replications)
            .Select(_ =>
            {
                var late = noise * uniforms.NextNormal();
                return Sizes.Select(n => 40 + (0.2 * n) + late).ToArray();
            })
            .ToArray();
        var (_, band) = Fit(rows);

        var expected = 1.96 * noise / Math.Sqrt(Replications);
        foreach (var nodes in new[] { 100.0, 8000 })
        {
            var (lower, upper) = band!.At(nodes);
            Assert.That((upper - lower) / 2, Is.EqualTo(expected).Within(20).Percent, $"N = {nodes}");
        }
    }

    [Test]
    public void A_time_that_was_not_run_counts_nowhere()
    {
        double[] low = [.. Sizes.Select(n => 30 + (0.2 * n))];
        double[] high = [.. Sizes.Select(n => 50 + (0.2 * n))];
        double[] partly = [.. high.Select((seconds, cell) => cell == 3 ? double.NaN : seconds)];
        var (_, band) = Fit([low, partly]);

        Assert.That(band!.Constant.Lower, Is.EqualTo(30).Within(1e-6));
        Assert.That(band.Constant.Upper, Is.InRange(45, 50));
    }

    [Test]
    public void One_replication_leaves_nothing_to_be_resampled()
    {
        Assert.That(
            Fit([
                [.. Sizes],
            ]).Band,
            Is.Null
        );
    }

    [Test]
    public void A_size_without_any_time_is_refused()
    {
        double[] row = [.. Sizes.Select(n => n == 300 ? double.NaN : n)];
        var points = Sizes.Select(n => new CurvePoint(n, n)).ToList();
        var law = ScalingFit.To(points).Chosen!.Law;

        Assert.Throws<ArgumentException>(() => LawBand.Of(law, points, [row, row], (_, position) => position));
    }

    private static (ScalingLaw Law, LawBand? Band) Fit(double[][] rows)
    {
        var points = Sizes
            .Select((n, cell) => new CurvePoint(n, rows.Select(row => row[cell]).Where(double.IsFinite).Average()))
            .ToList();
        var law = new ScalingLaw(GrowthForm.Linear, 40, 0.2, 0, Shape: null);
        var uniforms = new KeyedUniforms(3);
        int Draw(int resample, int position) => (int)(uniforms.Next() * rows.Length);
        return (law, LawBand.Of(law, points, rows, Draw));
    }
}
