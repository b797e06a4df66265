using Simulator.Analysis.Estimates;

namespace Simulator.Analysis.Tests.Estimates;

/// <summary>When enough is enough, and what many claims at once cost.</summary>
public sealed class StoppingRuleTests
{
    [Test]
    public void Looks_double_up_to_the_cap()
    {
        var rule = new StoppingRule { RelativeError = 0.02, Cap = 200 };
        var looks = new List<int>();

        for (var look = rule.NextLook(0); look is { } count; look = rule.NextLook(count))
        {
            looks.Add(count);
        }

        Assert.That(looks, Is.EqualTo([30, 60, 120, 200]));
    }

    [Test]
    public void First_look_that_is_met_decides_however_many_replications_are_there()
    {
        var rule = new StoppingRule { RelativeError = 0.05 };
        var samples = Enumerable.Range(0, 300).Select(index => index % 2 == 0 ? 99.0 : 101.0).ToArray();

        var (few, many) = (rule.Judge(samples[..30]), rule.Judge(samples));

        Assert.That(many, Is.EqualTo(few));
        Assert.That((few.Met, few.Replications, few.NextLook), Is.EqualTo((true, 30, (int?)null)));
    }

    [Test]
    public void Verdict_names_the_next_look_while_precision_is_missing()
    {
        var rule = new StoppingRule { RelativeError = 0.001 };
        var samples = Enumerable.Range(0, 45).Select(index => 100.0 + (index % 7)).ToArray();

        var outcome = rule.Judge(samples);

        Assert.That((outcome.Met, outcome.Replications, outcome.NextLook), Is.EqualTo((false, 30, (int?)60)));
    }

    [Test]
    public void Cap_ends_the_run_unmet()
    {
        var rule = new StoppingRule { RelativeError = 1e-9, Cap = 50 };

        var outcome = rule.Judge([.. Enumerable.Range(0, 50).Select(index => 1.0 + index)]);

        Assert.That((outcome.Met, outcome.Replications, outcome.NextLook), Is.EqualTo((false, 50, (int?)null)));
        Assert.That(outcome.Mean!.Mean, Is.EqualTo(25.5));
    }

    [Test]
    public void Target_is_adjusted_to_the_true_mean()
    {
        var rule = new StoppingRule { RelativeError = 0.25 };

        // 0.25 / 1.25 = 0.2
        Assert.That(rule.IsMetBy(new Estimate(10, 2, 30, 0.95)), Is.True);
        Assert.That(rule.IsMetBy(new Estimate(10, 2.01, 30, 0.95)), Is.False);
    }

    [Test]
    public void Infinite_variance_refuses_the_mean()
    {
        var rule = new StoppingRule { RelativeError = 0.5, InfiniteVariance = true };

        var outcome = rule.Judge([.. Enumerable.Repeat(1.0, 30)]);

        Assert.That(
            (outcome.Mean, outcome.MeanRefused, outcome.NextLook),
            Is.EqualTo(((Estimate?)null, true, (int?)null))
        );
    }

    [Test]
    public void Claims_over_many_cells_share_the_risk()
    {
        Assert.That(SimultaneousLimits.Bonferroni(0.95, 10), Is.EqualTo(0.995).Within(1e-15));
        // Holm: 3 * 0.01, then max(0.03, 2 * 0.02), then max(0.04, 0.03)
        Assert.That(SimultaneousLimits.Holm([0.02, 0.01, 0.03]), Is.EqualTo([0.04, 0.03, 0.04]).Within(1e-15));
    }
}
