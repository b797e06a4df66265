using System.Text;
using System.Text.Json;
using Simulator.Experiments.Presets;
using Simulator.Reporting.Presets;
using Simulator.Reporting.Tables;
using Simulator.Reporting.Text;

namespace Simulator.Reporting.Tests.Presets;

/// <summary>What <c>o1sim presets</c> prints.</summary>
public sealed class PresetTextTests
{
    private static PresetPage Kured => PresetCatalogue.Pages.Single(preset => preset.Id == "kured");

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }

    private static string Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [TestCase(40)]
    [TestCase(80)]
    [TestCase(160)]
    public void Nothing_is_wider_than_the_terminal(int width)
    {
        var layout = new TextLayout(width);
        var list = Text(writer => PresetText.WriteAll(PresetCatalogue.Pages, writer, layout));
        var pages = PresetCatalogue.Pages.Select(page => Text(writer => PresetText.WriteOne(page, writer, layout)));

        Assert.That(pages.Append(list).SelectMany(text => text.Split('\n')), Has.All.Length.AtMost(width));
    }

    [Test]
    public void One_is_explained_with_defaults_mapping_and_source()
    {
        var text = Text(writer => PresetText.WriteOne(Kured, writer, new TextLayout(0)));

        Assert.That(text, Does.Contain("- period (60m): From one look of a daemon to the next."));
        Assert.That(text, Does.Contain("first look uniform in [P/2, 3P/2)"));
        Assert.That(text, Does.EndWith("kubereboot/kured@51220cc; read 2026-11-23. Defaults change.\n"));
    }

    [Test]
    public void The_table_has_a_row_for_each_and_marks_what_is_needed()
    {
        var csv = Bytes(stream => CsvTables.Write(PresetTables.Of(PresetCatalogue.Pages), stream));

        Assert.That(csv, Does.StartWith("id,tool,parameters,source,date\nkubernetes-deployment,Kubernetes,"));
        Assert.That(csv.Split('\n'), Has.Length.EqualTo(PresetCatalogue.Pages.Count + 2));
        Assert.That(csv, Does.Contain("system-upgrade-controller,Rancher system-upgrade-controller,concurrency=? "));
    }

    [Test]
    public void The_object_holds_every_page()
    {
        using var json = JsonDocument.Parse(Bytes(stream => PresetJson.Write(PresetCatalogue.Pages, stream)));
        var presets = json.RootElement.GetProperty("presets");

        Assert.That(presets.GetArrayLength(), Is.EqualTo(PresetCatalogue.Pages.Count));
        Assert.That(presets[0].GetProperty("parameters")[1].GetProperty("default").GetString(), Is.EqualTo("25%"));
    }
}
