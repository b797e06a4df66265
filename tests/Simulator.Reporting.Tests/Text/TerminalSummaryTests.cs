using Simulator.Experiments.Studies;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Text;

/// <summary>What a person reads first.</summary>
public sealed class TerminalSummaryTests
{
    [TestCase(80)]
    [TestCase(160)]
    [TestCase(0)]
    public void Realistic_study_is_as_accepted(int width) =>
        GoldenFile.Verify(Text(Studies.Realistic(), new TextLayout(width)), $"realistic-{width}");

    [TestCase(80)]
    public void Minimal_study_is_as_accepted(int width) =>
        GoldenFile.Verify(Text(Studies.Minimal(), new TextLayout(width)), $"minimal-{width}");

    [TestCase(80)]
    public void Other_axes_stand_beside_N(int width) =>
        GoldenFile.Verify(Text(Studies.TwoAxes(), new TextLayout(width)), $"two-axes-{width}");

    [Test]
    public void No_line_is_wider_than_the_terminal([Values(60, 80, 100, 160)] int width)
    {
        StudyResult[] studies = [Studies.Realistic(), Studies.LongNames(), Studies.SecondToYear(), Studies.TwoAxes()];

        var lines = studies.SelectMany(study => Text(study, new TextLayout(width)).Split('\n'));

        Assert.That(lines.Where(line => line.Length > width), Is.Empty);
    }

    [Test]
    public void Colours_are_written_only_where_they_are_understood()
    {
        var study = Studies.Realistic() with { Scenario = "evil\u001b[2Jname" };

        Assert.That(Text(study, new TextLayout(80)), Does.Not.Contain('\u001b'));
        var coloured = Text(study, new TextLayout(80, UseColour: true));
        Assert.That(coloured, Does.Contain("\u001b[1mHow long").And.Not.Contain("\u001b[2J"));
    }

    private static string Text(StudyResult study, TextLayout layout)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        TerminalSummary.Write(study, writer, layout);
        return writer.ToString();
    }
}
