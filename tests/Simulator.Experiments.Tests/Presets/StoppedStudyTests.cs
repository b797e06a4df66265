using Simulator.Experiments.Running;
using Simulator.Experiments.Studies;
using Simulator.Experiments.Tests.Scenarios;
using Simulator.Experiments.Tests.Studies;

namespace Simulator.Experiments.Tests.Presets;

/// <summary>Rollouts that stop are counted, and have no part in the mean of T.</summary>
public sealed class StoppedStudyTests
{
    private static StudyResult Study(string fails)
    {
        var scenario = Samples.Read(
            $$"""
            schema: 1
            name: stopped
            cluster: { nodes: 8 }
            update: { steps: { work: { takes: 1 min, fails: {{fails}} } } }
            rollout: { preset: { eks-managed-node-group: { maxUnavailable: 4 } } }
            """
        );
        var options = new StudyOptions { Threads = 1, Replications = 200 };
        return Simulator.Experiments.Studies.Study.Run("run", scenario, options, new Silent(), CancellationToken.None);
    }

    [Test]
    public void Only_those_that_completed_have_a_makespan()
    {
        var cell = Study("5 %").Cells[0];

        // nobody of the first four fails with probability 0.95^4 = 0.81; after them nobody is left to be stopped
        Assert.That(cell.CompletedShare, Is.EqualTo(0.81).Within(0.1));
        Assert.That(cell.Makespan!.Mean, Is.EqualTo(120));
        Assert.That(cell.MakespanP50, Is.EqualTo(120));
    }

    [Test]
    public void Where_none_completes_there_is_no_makespan_but_a_reason()
    {
        var study = Study("100 %");

        Assert.That(study.Cells[0].CompletedShare, Is.Zero);
        Assert.That(study.Cells[0].Makespan, Is.Null);
        Assert.That(study.Waterfall, Is.Empty);
        Assert.That(
            study.Warnings,
            Has.Some.EqualTo(
                "N = 8: 200 of 200 rollouts stopped early (more failures than allowed, 200 times), 4 nodes not reached on average; they are left out of the mean of T."
            )
        );
    }
}
