using Simulator.Cluster;
using Simulator.Cluster.Strategies;
using Simulator.Cluster.Topology;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Studies;
using Simulator.Kernel.Random;

namespace Simulator.Experiments.Tests.Studies;

/// <summary>The floor of laws that are neither smooth nor discrete.</summary>
public sealed class FloorLawTests
{
    [Test]
    public void Mixture_of_constants_has_the_exact_maximum()
    {
        var law = FloorLaw.Of(ModelOf(1000, new Mixture((new Constant(900), 0.001), (new Constant(60), 0.999))))!;

        // 60 + 840 (1 - 0.999^1000)
        Assert.That(law.Mean(), Is.EqualTo(60 + (840 * (1 - Math.Pow(0.999, 1000)))).Within(1e-9).Percent);
        Assert.That(law.Quantile(0.3), Is.EqualTo(60));
        Assert.That(law.Quantile(0.99), Is.EqualTo(900));
    }

    [Test]
    public void Mixture_with_an_atom_beside_a_density_has_the_mean_of_its_parts()
    {
        var mixture = new Mixture((new Exponential(20), 0.5), (new Constant(30), 0.3), (new Uniform(50, 90), 0.2));

        var law = FloorLaw.Of(ModelOf(1, mixture))!;

        Assert.That(law.Mean(), Is.EqualTo(mixture.Mean).Within(1e-8).Percent);
        Assert.That(law.StandardDeviation(), Is.EqualTo(Math.Sqrt(mixture.Variance)).Within(1e-7).Percent);
        Assert.That(law.Atoms.Single().Value, Is.EqualTo(30));
    }

    [Test]
    public void Floor_of_a_mixture_and_a_second_step_agrees_with_the_simulation()
    {
        const int replications = 4000;
        var model = ModelOf(
            40,
            new Mixture((new Shifted(10, new Exponential(20)), 0.9), (new Constant(200), 0.1)),
            new Shifted(5, new Empirical([1, 2, 30]))
        );
        var plan = UpdatePlan.Compile(model);

        var mean = Enumerable.Range(0, replications).Average(r => Rollout.Run(plan, 7, (ulong)r).Makespan.Seconds);

        var law = FloorLaw.Of(model)!;
        var error = law.StandardDeviation()!.Value / Math.Sqrt(replications);
        Assert.That(mean, Is.EqualTo(law.Mean()!.Value).Within(4.5 * error));
    }

    private static Model ModelOf(int nodes, params Distribution[] laws) =>
        new()
        {
            Cluster = new ClusterSpec { Nodes = nodes },
            Services = [],
            Update = new UpdateSpec
            {
                Steps =
                [
                    .. laws.Select(
                        (law, index) => new StepSpec { Name = $"step-{index}", Takes = new DurationSpec.Drawn(law) }
                    ),
                ],
            },
            Rollout = RolloutSpec.AllAtOnce,
        };
}
