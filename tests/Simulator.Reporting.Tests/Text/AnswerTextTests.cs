using Simulator.Analysis.Estimates;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Text;

/// <summary>The sentences say what the tables say, and name failures, hidden limits and deadlines.</summary>
[TestFixture]
internal sealed class AnswerTextTests
{
    private static StudyResult Study(Func<CellResult, CellResult> change, params (string Cause, double Seconds)[] bars)
    {
        var study = Studies.OneCell();
        return study with { Cells = [change(study.Cells[0])], Waterfall = StudyParts.Ladder(bars), Thresholds = [] };
    }

    [Test]
    public void Failures_are_told_apart_from_limits_and_failed_nodes_are_counted()
    {
        var study = Study(
            cell => cell with { TInf = 1_000, Makespan = new Estimate(5_000, 10, 30, 0.95), FailedNodesMean = 252 },
            ("one node", 900),
            ("stragglers", 100),
            ("failures", 3_000),
            ("uploads", 1_000)
        );

        var answer = string.Join('\n', AnswerText.Of(study));

        Assert.That(answer, Does.Contain("252 of 18,432 nodes fail for good"));
        Assert.That(answer, Does.Contain("failures cost 50 min, limits cost 16 min 40 s"));
    }

    [Test]
    public void Nodes_that_give_up_early_are_not_called_the_floor()
    {
        var study = Study(cell =>
            cell with
            {
                TInf = 110,
                Makespan = new Estimate(50, 0, 30, 0.95),
                FailedNodesMean = cell.Nodes,
            }
        );

        var answer = string.Join('\n', AnswerText.Of(study));

        Assert.That(answer, Does.Contain("All nodes fail for good").And.Contain("below the floor"));
    }

    [Test]
    public void A_floor_of_zero_is_not_called_reached()
    {
        var study = Study(
            cell => cell with { TInf = 0, Makespan = new Estimate(10, 0, 30, 0.95), DeviationRemovable = null },
            ("one node", 0),
            ("api", 10)
        );

        Assert.That(string.Join('\n', AnswerText.Of(study)), Does.Contain("all above the floor: limits cost 10 s"));
    }

    [Test]
    public void A_cap_that_bites_at_the_smallest_size_is_said_to()
    {
        var study = Study(cell => cell) with
        {
            Thresholds =
            [
                new ThresholdResult
                {
                    Limit = "rollout.limit.cap",
                    Kind = "cap",
                    Allows = "50 at most",
                    Analytic = 50,
                    RoundedFrom = 51,
                    SeenFrom = 18_432,
                    SeenTo = 18_432,
                },
            ],
        };

        Assert.That(string.Join('\n', AnswerText.Of(study)), Does.Contain("at the smallest size already, N = 18,432"));
    }

    [Test]
    public void A_deadline_says_up_to_which_size_it_is_kept()
    {
        var study = Studies.Realistic();
        study = study with
        {
            DeadlineSeconds = 28_800,
            Cells =
            [
                .. study.Cells.Select(cell =>
                    cell with
                    {
                        WithinDeadlineShare =
                            cell.Nodes <= 18_432 ? 1
                            : cell.Nodes == 36_864 ? 0.1
                            : 0,
                    }
                ),
            ],
        };

        Assert.That(
            AnswerText.Of(study),
            Does.Contain(
                "The deadline of 8 h is kept in every run up to N = 18,432 and missed in 90 % of the runs at N = 36,864."
            )
        );
    }

    [Test]
    public void Where_other_axes_vary_the_answer_names_their_values_and_the_range()
    {
        var answer = AnswerText.Of(Studies.TwoAxes());

        Assert.That(answer[0], Does.StartWith("With rollout.limit.max-unavailable = 1 %: 131,072 nodes take"));
        Assert.That(
            string.Join('\n', answer),
            Does.Match("takes between .* \\(rollout.limit.max-unavailable = 100 %\\) and")
        );
    }
}
