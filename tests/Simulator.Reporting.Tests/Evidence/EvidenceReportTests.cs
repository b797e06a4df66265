using System.Text;
using System.Text.Json;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Evidence;
using Simulator.Reporting.Plots;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Evidence;

/// <summary>The evidence as table, text, JSON, picture and folder.</summary>
public sealed class EvidenceReportTests
{
    private const string Case = """
        # How long do n nodes take?
        schema: 1
        name: install
        cluster: { nodes: 10 }
        services: { server: { station: { servers: 1 } } }
        update: { steps: { each: { takes: 1 s, uses: server } } }
        evidence:
          n: nodes
          mechanism: one server works for one node after the other
          capacity: services.server.station.servers
          calibrate: { update.steps.each.takes: { points: { 1: 1 s }, why: a test } }
          source: nowhere
          licence: none
        """;

    private static readonly EvidenceResult Some = new()
    {
        Source = "points.csv",
        Hash = "00",
        Problems = new LogProblems(),
        Idle = ["idle"],
        Cases =
        [
            new CaseResult(
                "install",
                [
                    Row(2, "install", (1, 1), PointKind.Calibrated, 1) with
                    {
                        Basis = PredictionBasis.InSample,
                    },
                    Row(3, "install", (10, 8), PointKind.Unseen, 10),
                    Row(4, "install", (1000, 500), PointKind.Unseen, 1000),
                ]
            )
            {
                Scenario = ScenarioFile.Parse(Case, "install.yaml", "."),
                Calibrated = [("update.steps.each.takes", "1 s")],
            },
            new CaseResult("unheard", [new EvidenceRow(new EvidencePoint(5, "unheard", 1, 30), PointKind.NoScenario)]),
        ],
    };

    private static readonly EvidenceResult Nothing = Some with { Cases = [], Idle = [] };

    [Test]
    public void The_table_has_a_row_a_point_and_leaves_out_what_is_not_known()
    {
        using var stream = new MemoryStream();

        CsvTables.Write(EvidenceTables.Points(Some), stream);

        Assert.That(
            Encoding.UTF8.GetString(stream.ToArray()),
            Is.EqualTo(
                "case,n,measured_s,predicted_s,lo_s,hi_s,error,kind,basis\n"
                    + "install,1,1,1,0.9,1.1,0,calibrated,in-sample\n"
                    + "install,10,8,10,9,11,0.25,unseen,out-of-sample\n"
                    + "install,1000,500,1000,900,1100,1,unseen,out-of-sample\n"
                    + "unheard,1,30,,,,,no-scenario,\n"
            )
        );
    }

    [TestCase(80)]
    [TestCase(160)]
    public void The_text_fits_the_terminal(int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };

        EvidenceText.Write(Some, writer, new TextLayout(width));

        Assert.That(writer.ToString().Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(width));
        GoldenFile.Verify(writer.ToString(), $"{width}");
    }

    [Test]
    public void The_object_holds_the_answer_and_all_tables()
    {
        using var stream = new MemoryStream();

        EvidenceJson.Write(Some, stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        var root = json.RootElement;
        Assert.That(root.GetProperty("command").GetString(), Is.EqualTo("evidence"));
        // errors 25 % and 100 %: their median is 62.5 %
        Assert.That(root.GetProperty("cases")[0].GetProperty("median_abs_error").GetDouble(), Is.EqualTo(0.625));
        Assert.That(root.GetProperty("cases")[0].GetProperty("worst_error").GetDouble(), Is.EqualTo(1));
        Assert.That(root.GetProperty("cases")[0].GetProperty("inside").GetInt32(), Is.Zero);
        Assert.That(root.GetProperty("evidence").GetArrayLength(), Is.EqualTo(4));
        Assert.That(root.GetProperty("answer")[0].GetString(), Does.StartWith("2 points in 1 case "));
    }

    [Test]
    public void The_picture_is_drawn_in_both_themes_the_same_each_time()
    {
        foreach (var theme in new[] { Theme.Light, Theme.Dark })
        {
            using var first = EvidencePlot.Draw(Some, theme);
            using var second = EvidencePlot.Draw(Some, theme);

            Assert.That(first.ToPng(), Is.EqualTo(second.ToPng()));
            Assert.That(Encoding.UTF8.GetString(first.ToSvg()), Does.Contain("install").And.Not.Contain("unheard"));
        }
    }

    [Test]
    public void Nothing_predicted_is_said_and_drawn_as_empty_axes()
    {
        using var writer = new StringWriter();
        EvidenceText.Write(Nothing, writer, new TextLayout(80));
        using var figure = EvidencePlot.Draw(Nothing, Theme.Light);

        Assert.That(writer.ToString(), Does.Contain("No point of the file counts"));
        Assert.That(figure.ToPng(), Is.Not.Empty);
    }

    [Test]
    public void A_folder_gets_every_file()
    {
        var folder = Directory.CreateTempSubdirectory("o1sim-evidence-").FullName;
        try
        {
            Assert.That(EvidenceFolder.Write(Some, folder), Is.EquivalentTo(EvidenceFolder.TableNames));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static EvidenceRow Row(
        int row,
        string name,
        (int N, double Seconds) point,
        PointKind kind,
        double predicted
    ) =>
        new(new EvidencePoint(row, name, point.N, point.Seconds), kind)
        {
            Basis = PredictionBasis.OutOfSample,
            Predicted = predicted,
            Low = 0.9 * predicted,
            High = 1.1 * predicted,
        };
}
