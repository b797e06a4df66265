using System.Text;
using ScottPlot;
using Simulator.Experiments.Studies;
using Simulator.Reporting.Plots;

namespace Simulator.Reporting.Tests.Plots;

/// <summary>Pictures exist for every study, say what they show, and are the same bytes each time.</summary>
public sealed class PictureTests
{
    private static readonly IReadOnlyDictionary<string, Func<StudyResult>> All = new Dictionary<
        string,
        Func<StudyResult>
    >(StringComparer.Ordinal)
    {
        ["realistic"] = Studies.Realistic,
        ["minimal"] = Studies.Minimal,
        ["one-cell"] = Studies.OneCell,
        ["two-cells"] = () => Studies.Sized(18, 18_432),
        ["one-node"] = () => Studies.Sized(1),
        ["long-names"] = Studies.LongNames,
        ["constant"] = Studies.Constant,
        ["second-to-year"] = Studies.SecondToYear,
        ["two-axes"] = Studies.TwoAxes,
        ["other-axis"] = Studies.OtherAxis,
    };

    private static IEnumerable<string> Names => All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Every_study_gives_the_same_pictures_twice(string name)
    {
        var study = All[name]();

        foreach (var (picture, draw) in Drawings())
        {
            using var first = draw(study, Theme.Light);
            using var second = draw(study, Theme.Light);
            var (png, svg) = (first.ToPng(), first.ToSvg());
            Show($"{picture}.{name}.light", png, svg);

            Assert.That(second.ToPng(), Is.EqualTo(png), picture);
            Assert.That(second.ToSvg(), Is.EqualTo(svg), picture);
            Assert.That(png, Has.Length.GreaterThan(5_000), picture);
        }
    }

    [TestCase("realistic")]
    [TestCase("one-cell")]
    [TestCase("long-names")]
    public void Dark_pictures_differ_in_colours_only(string name)
    {
        foreach (var (picture, draw) in Drawings())
        {
            using var light = draw(All[name](), null);
            using var dark = draw(All[name](), Theme.Dark);
            var (png, svg) = (dark.ToPng(), dark.ToSvg());
            Show($"{picture}.{name}.dark", png, svg);

            Assert.That(dark.Height, Is.EqualTo(light.Height), picture);
            Assert.That(Encoding.UTF8.GetString(svg), Does.Contain("#14181D").And.Not.Contain("#1F2328"), picture);
        }
    }

    [Test]
    public void T_of_n_says_the_question_the_limits_and_the_units()
    {
        using var figure = Pictures.TOfN(Studies.Realistic());
        var svg = Text(figure);

        string[] wanted =
        [
            "How long does a firmware bundle take",
            "rack-firmware · N = 18 to 131,072 · 30 to 60 replications each",
            "T(N), mean with 95 % interval",
            "floor T_inf(N)",
            "lower bound of T(N)",
            "fitted law",
            "rollout.limit 400",
            "uploads 4,096",
            "100k",
            "12 h",
            "N, nodes (logarithmic)",
            "artifacts (N* 250,000)",
        ];
        Assert.Multiple(() => Array.ForEach(wanted, text => Assert.That(svg, Does.Contain(text))));
    }

    [Test]
    public void Waterfall_names_causes_with_times_and_shares()
    {
        using var figure = Pictures.Waterfall(Studies.Realistic());
        var svg = Text(figure);

        Assert.That(svg, Does.Contain("one node (T_1)").And.Contain("-7 min").And.Contain("T(N) at N = 131,072"));
    }

    [Test]
    public void Text_is_set_in_the_embedded_faces_whatever_the_machine_has()
    {
        using var figure = Pictures.TOfN(Studies.Realistic());

        Assert.That(Fonts.GetTypeface(EmbeddedFonts.Family, false, false), Is.SameAs(EmbeddedFonts.Regular));
        Assert.That(Fonts.GetTypeface(EmbeddedFonts.Family, true, false), Is.SameAs(EmbeddedFonts.Bold));
        Assert.That(EmbeddedFonts.Bold.FamilyName, Is.EqualTo("DejaVu Sans"));
        Assert.That(
            Text(figure)
                .Replace("font-family=\"DejaVu Sans, Verdana, sans-serif\"", string.Empty, StringComparison.Ordinal),
            Does.Not.Contain("font-family")
        );
    }

    private static string Text(Figure figure) => Encoding.UTF8.GetString(figure.ToSvg());

    private static IEnumerable<(string Name, Func<StudyResult, Theme?, Figure> Draw)> Drawings() =>
        [("t-of-n", Pictures.TOfN), ("waterfall", Pictures.Waterfall), ("progress", Pictures.Progress)];

    /// <summary>Leaves the pictures in a folder for people to look at, where O1SIM_PICTURES names one.</summary>
    private static void Show(string name, byte[] png, byte[] svg)
    {
        if (Environment.GetEnvironmentVariable("O1SIM_PICTURES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, name + ".png"), png);
            File.WriteAllBytes(Path.Combine(folder, name + ".svg"), svg);
        }
    }
}
