using Simulator.Experiments.Evidence;

namespace Simulator.Experiments.Tests.Evidence;

/// <summary>Files of points, good and bad.</summary>
public sealed class EvidencePointsTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("evidence-").FullName;
        File.WriteAllText(Path.Combine(_folder, "toy.yaml"), Toy.Text("each: { takes: 1 s, uses: server }", ""));
        File.WriteAllText(
            Path.Combine(_folder, "ranked.yaml"),
            Toy.Text("each: { takes: 1 s, uses: server }", "", "nth")
        );
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_point_is_predicted_or_said_to_have_no_scenario()
    {
        var result = Run("note,seconds,n,case\nx,2,4,toy\n,1,1,unknown\n,5e0,1e1,toy\n");

        Assert.That(
            result.Rows.Select(row => (row.Point.Case, row.Kind, row.Predicted, row.Error)),
            Is.EqualTo([
                ("toy", PointKind.Unseen, 4.0, 1.0),
                ("unknown", PointKind.NoScenario, (double?)null, (double?)null),
                ("toy", PointKind.Unseen, 10.0, 1.0),
            ])
        );
        Assert.That(result.Idle, Is.EqualTo(["ranked"]));
    }

    [Test]
    public void All_bad_rows_are_told_at_once()
    {
        const string text =
            "case,n,seconds\n,1,1\ntoy,0,1\ntoy,x,1\ntoy,1,-1\ntoy,1,nan\ntoy,2,2\ntoy,2.0,3\ntoy,2.5,1\nranked,11,1\ntoy,-1,0\n";

        var refused = Assert.Throws<EvidenceProblemsException>(() => Run(text));

        string[] lines =
        [
            "row 2: the case is missing",
            "row 3: n is '0', and a number above 0 is needed",
            "row 4: n is 'x', and a number above 0 is needed",
            "row 5: seconds is '-1', and a number above 0 is needed",
            "row 6: seconds is 'nan', and a number above 0 is needed",
            "row 8: toy at n = 2.0 stands in row 7 already",
            "row 9: n is 2.5, and the scenario of toy refuses it: cluster.nodes is '2.5'",
            "row 10: n is 11, and ranked knows the whole numbers from 1 to 10",
            "row 11: n is '-1', and a number above 0 is needed",
            "row 11: seconds is '0', and a number above 0 is needed",
        ];
        foreach (var line in lines)
        {
            Assert.That(refused!.Message, Does.Contain(line));
        }
    }

    [Test]
    public void The_rest_is_used_where_it_is_asked_for()
    {
        var result = Run("case,n,seconds\ntoy,0,1\ntoy,3,3\n", usesRest: true);

        Assert.That(result.Rows.Select(row => row.Predicted), Is.EqualTo([3.0]));
        Assert.That(result.Problems.Total, Is.EqualTo(1));
    }

    [Test]
    public void A_file_of_bad_rows_only_is_refused_even_so() =>
        Assert.Throws<EvidenceProblemsException>(() => Run("case,n,seconds\ntoy,0,1\n", usesRest: true));

    [TestCase("")]
    [TestCase("case,n\ntoy,1\n")]
    public void Missing_columns_are_named(string text) =>
        Assert.That(() => Run(text), Throws.TypeOf<EvidenceException>().With.Message.Contains("seconds"));

    [Test]
    public void A_missing_folder_or_file_is_named()
    {
        Assert.That(
            () => EvidenceStudy.Run(Path.Combine(_folder, "none"), "points.csv", false),
            Throws.TypeOf<EvidenceException>().With.Message.Contains("none")
        );
        Assert.That(
            () => EvidenceStudy.Run(_folder, Path.Combine(_folder, "none.csv"), false),
            Throws.TypeOf<EvidenceException>().With.Message.Contains("none.csv")
        );
    }

    [Test]
    public void A_scenario_that_predicts_no_measurement_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "silent.yaml"), Scenarios.Samples.Least);

        Assert.That(
            () => Run("case,n,seconds\ntoy,1,1\n"),
            Throws.TypeOf<EvidenceException>().With.Message.Contains("silent.yaml")
        );
    }

    private EvidenceResult Run(string text, bool usesRest = false)
    {
        var file = Path.Combine(_folder, "points.csv");
        File.WriteAllText(file, text);
        return EvidenceStudy.Run(_folder, file, usesRest);
    }
}
