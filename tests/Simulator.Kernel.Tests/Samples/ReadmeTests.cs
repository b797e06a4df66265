using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework.Internal;

namespace Simulator.Kernel.Tests.Samples;

/// <summary>The README of the kernel: its examples are compiled, are short, and print what it says.</summary>
public sealed partial class ReadmeTests
{
    private const string Folder = "tests/Simulator.Kernel.Tests/Samples/";

    private static readonly string[] Names = [nameof(MM1Queue), nameof(CarWash), nameof(TwoStageRollout)];

    private static readonly string Text = Repository.Read("src/Simulator.Kernel/README.md");

    [TestCaseSource(nameof(Names))]
    public void An_example_stands_in_the_readme_as_it_is_compiled(string name)
    {
        var source = Repository.Read($"{Folder}{name}.cs");
        var body = Body()
            .Match(source)
            .Groups["body"]
            .Value.Split('\n')
            .Select(line => line.Length > 8 ? line[8..] : "");
        var usings = source.Split('\n').TakeWhile(line => line.Length > 0).Prepend("using Simulator.Kernel;");

        var example = string.Join('\n', [.. usings, "", .. body]).TrimEnd();

        Assert.That(Blocks("csharp")[Array.IndexOf(Names, name)], Is.EqualTo(example));
        Assert.That(example.Split('\n').Count(line => line.Length > 0), Is.LessThan(30), "lines, empty ones left out");
    }

    [TestCase(nameof(MM1Queue))]
    [TestCase(nameof(CarWash))]
    [TestCase(nameof(TwoStageRollout))]
    public void An_example_prints_what_the_readme_says(string name)
    {
        var printed = Printed(name);

        Assert.That(printed, Is.EqualTo(Blocks("text")[Array.IndexOf(Names, name)]));
    }

    [Test]
    public void The_queue_is_that_of_theory()
    {
        var numbers = Number().Matches(Printed(nameof(MM1Queue))).Select(match => Parse(match.Value)).ToList();

        // M/M/1: Wq = ρ / (μ − λ) = 0.8 / 0.25 = 3.2 s; with 480,000 customers the standard error is 0.05 s
        Assert.That(numbers[0], Is.EqualTo(3.2).Within(0.18));
        Assert.That(numbers[1], Is.EqualTo(0.8).Within(0.006));
    }

    [Test]
    public void The_car_wash_is_that_of_a_calculation_by_hand()
    {
        // two servers of 5 min, a car every 2 min: waits 0, 0, 1, 1, 2, 2, 3, 3 min; the ninth, come at 16 min, would wait 4
        // and drives on at 19.5 min; the tenth is washed from 20 to 25 min
        Assert.That(
            Printed(nameof(CarWash)),
            Is.EqualTo("car 8 drives on at 1170 s\n9 cars washed at 1500 s, longest wait 180 s")
        );
    }

    [Test]
    public void The_rollout_is_that_of_a_calculation_by_hand()
    {
        // 2 GB at 1 Gbit/s each are 16 s, and 60 s of reboot: 76 s; then nine times 20 nodes at 0.5 Gbit/s, 32 + 60 s, and the
        // last 10 in 76 s again: 76 + 9 · 92 + 76 = 980 s
        Assert.That(
            Printed(nameof(TwoStageRollout)),
            Is.EqualTo("canaries updated after 76 s\nall updated after 980 s")
        );
    }

    private static string Printed(string name)
    {
        var result = TestExecutionContext.CurrentContext.CurrentResult;
        var before = result.Output.Length;
        switch (name)
        {
            case nameof(MM1Queue):
                MM1Queue.Run();
                break;
            case nameof(CarWash):
                CarWash.Run();
                break;
            default:
                TwoStageRollout.Run();
                break;
        }

        return result.Output[before..].ReplaceLineEndings("\n").TrimEnd();
    }

    private static List<string> Blocks(string language) =>
        [
            .. Fence()
                .Matches(Text)
                .Where(match => match.Groups["language"].Value == language)
                .Select(match => match.Groups["text"].Value.TrimEnd()),
        ];

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"```(?<language>\w+)\n(?<text>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"void Run\(\)\n    \{\n(?<body>.*)\n    \}\n\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Body();

    [GeneratedRegex(@"\d+\.\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
