using Simulator.Analysis.Sensitivity;

namespace Simulator.Analysis.Tests.Sensitivity;

/// <summary>Shares of models whose shares are known.</summary>
public sealed class FirstOrderShareTests
{
    [Test]
    public void Shares_of_a_sum_are_those_of_the_squared_weights()
    {
        // Y = 4 A + 2 B + C with A, B, C uniform: Var(Y) = (16 + 4 + 1)/12, so 16/21, 4/21 and 1/21
        var inputs = Inputs(4_000);
        var outputs = inputs.Select(row => (4 * row[0]) + (2 * row[1]) + row[2]).ToList();

        var shares = Enumerable.Range(0, 3).Select(input => Of(inputs, input, outputs)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(shares[0].Value, Is.EqualTo(16 / 21.0).Within(0.02));
            Assert.That(shares[1].Value, Is.EqualTo(4 / 21.0).Within(0.03));
            Assert.That(shares[2].Value, Is.EqualTo(1 / 21.0).Within(0.03));
        });
    }

    [Test]
    public void Limits_hold_the_share_in_most_samples()
    {
        // two hundred samples of 400 pairs: 95 % limits may miss some more often, since the jackknife has 20 groups only
        var held = Enumerable
            .Range(0, 200)
            .Count(sample =>
            {
                var inputs = Inputs(400, sample * 400);
                var share = Of(inputs, 1, [.. inputs.Select(row => row[0] + row[1])]);
                return share.Lower <= 0.5 && share.Upper >= 0.5;
            });

        Assert.That(held, Is.InRange(176, 200));
    }

    [Test]
    public void A_share_does_not_ask_in_which_direction_or_how_straight()
    {
        // Y = (A - 1/2)^2 + B/100: no correlation with A, yet A carries (1/180) of (1/180 + 1/120000)
        var inputs = Inputs(4_000);
        var outputs = inputs.Select(row => ((row[0] - 0.5) * (row[0] - 0.5)) + (row[1] / 100)).ToList();

        Assert.That(
            Of(inputs, 0, outputs).Value,
            Is.EqualTo((1 / 180.0) / ((1 / 180.0) + (1 / 120_000.0))).Within(0.01)
        );
    }

    [Test]
    public void What_takes_no_part_carries_nothing_and_interplay_is_nobodys()
    {
        // Y = (A - 1/2)(B - 1/2): all variance is interplay, no input carries any alone
        var inputs = Inputs(4_000);
        var outputs = inputs.Select(row => (row[0] - 0.5) * (row[1] - 0.5)).ToList();

        for (var input = 0; input < 3; input++)
        {
            Assert.That(Of(inputs, input, outputs).Value, Is.EqualTo(0).Within(0.03), $"input {input}");
        }
    }

    [Test]
    public void An_output_that_does_not_vary_has_no_shares_and_a_constant_input_carries_none()
    {
        var inputs = Inputs(400).Select(row => row[0]).ToList();

        Assert.That(FirstOrderShare.Of(inputs, [.. inputs.Select(_ => 7.0)]), Is.Null);
        Assert.That(FirstOrderShare.Of([.. inputs.Select(_ => 7.0)], inputs), Is.EqualTo(new FirstOrderShare(0, 0, 0)));
    }

    [Test]
    public void Too_few_pairs_are_refused() =>
        Assert.That(() => FirstOrderShare.Of(new double[39], new double[39]), Throws.ArgumentException);

    private static FirstOrderShare Of(IReadOnlyList<double[]> inputs, int input, IReadOnlyList<double> outputs) =>
        FirstOrderShare.Of([.. inputs.Select(row => row[input])], outputs)!;

    /// <summary>Three columns of uniform numbers, the same ones each time.</summary>
    private static List<double[]> Inputs(int count, int skipped = 0)
    {
        var generator = new CsCheck.PCG(7, (ulong)skipped);
        return [.. Enumerable.Range(0, count).Select(_ => new[] { Next(generator), Next(generator), Next(generator) })];
    }

    private static double Next(CsCheck.PCG generator) => (generator.Next() + 0.5) / ((double)uint.MaxValue + 1);
}
