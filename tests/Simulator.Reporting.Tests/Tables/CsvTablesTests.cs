using System.Globalization;
using System.Text;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Tables;

namespace Simulator.Reporting.Tests.Tables;

/// <summary>CSV that any program reads the same way.</summary>
public sealed class CsvTablesTests
{
    [Test]
    public void Tables_of_a_realistic_study_are_as_accepted() =>
        GoldenFile.Verify(All(Studies.Realistic()), "realistic");

    [Test]
    public void Tables_of_a_minimal_study_leave_empty_what_is_not_known() =>
        GoldenFile.Verify(All(Studies.Minimal()), "minimal");

    [Test]
    public void Other_axes_stand_first() =>
        Assert.That(
            Text(StudyTables.Cells(Studies.TwoAxes())),
            Does.StartWith("cluster.nodes,rollout.limit.max-unavailable,nodes,").And.Contain("\n18,1 %,18,30,")
        );

    [Test]
    public void A_text_that_a_spreadsheet_would_run_gets_an_apostrophe_and_a_number_does_not()
    {
        string[] texts = ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "plain", "a\"b,c"];
        var table = new Table("x", ["text", "number"], texts.Select(text => new[] { Field.Of(text), Field.Of(-1.5) }));

        string[] wanted =
        [
            "text,number",
            "\"'=1+1\",-1.5",
            "\"'+1\",-1.5",
            "\"'-1\",-1.5",
            "\"'@sum\",-1.5",
            "\"'\tx\",-1.5",
            "\"'\rx\",-1.5",
            "plain,-1.5",
            "\"a\"\"b,c\",-1.5",
        ];
        Assert.That(Text(table), Is.EqualTo(string.Join('\n', wanted) + "\n"));
    }

    [Test]
    public void Numbers_read_back_as_themselves_and_what_is_not_finite_is_empty()
    {
        double?[] numbers = [0.1 + 0.2, 1e-300, 123456789.125, double.NaN, double.PositiveInfinity, null];
        var table = new Table("x", ["a", "b"], numbers.Select(number => new[] { Field.Of(number), Field.Of(7L) }));

        var wanted = "a,b\n0.30000000000000004,7\n1E-300,7\n123456789.125,7\n,7\n,7\n,7\n";
        Assert.That(Text(table), Is.EqualTo(wanted));
    }

    [Test]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var wanted = All(Studies.Realistic());
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NegativeSign) = (",", "~");
        CultureInfo.CurrentCulture = comma;

        Assert.That(1.5.ToString(), Is.EqualTo("1,5"), "the test would be vacuous");
        Assert.That(All(Studies.Realistic()), Is.EqualTo(wanted));
    }

    private static string All(StudyResult study) =>
        string.Join(
            "\n",
            StudyTables
                .All(study)
                .Append(StudyTables.Progress(study with { Progress = [.. study.Progress.Take(1).Select(Start)] }))
                .Append(StudyTables.Replications(study))
                .Select(table => $"[{table.Name}]\n{Text(table)}")
        );

    private static TimeSeries Start(TimeSeries series) =>
        series with
        {
            Seconds = [.. series.Seconds.Take(3)],
            Counts = [.. series.Counts.Take(3)],
        };

    private static string Text(Table table)
    {
        using var stream = new MemoryStream();
        CsvTables.Write(table, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
