using Simulator.Experiments.Scenarios.Data;
using Simulator.Experiments.Scenarios.Reading;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios;

/// <summary>From a file to a <see cref="Scenario"/>, or to everything that is wrong with it at once.</summary>
public static class ScenarioFile
{
    /// <summary>The longest text, in bytes; asked of the file system before anything is read.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; data files are looked for from its folder.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ScenarioException">It cannot be read or run; the message says all that is wrong, with places.</exception>
    public static Scenario Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            throw Refusal("''", "the name of the scenario is empty", "", "Name a file.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        return Parse(PlainText.Read(path, MostBytes, "a scenario"), path, folder);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">At most <see cref="MostBytes"/> characters.</param>
    /// <param name="name">The file as messages should name it.</param>
    /// <param name="folder">Where data files are looked for.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ScenarioException">It cannot be run; the message says all that is wrong, with places.</exception>
    public static Scenario Parse(string text, string name, string folder)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(folder);
        if (text.Length > MostBytes)
        {
            throw Refusal(name, "the file is longer than 1 MiB", "a scenario is a text for people", "");
        }

        var source = new SourceText(name, text);
        var issues = new IssueList(source);
        try
        {
            var tree = YamlReader.Read(issues);
            return tree is null
                ? throw new ScenarioException(issues.Found)
                : new ScenarioReader(source, new DataFolder(folder)).Read(tree, issues);
        }
        catch (RefusedException)
        {
            throw new ScenarioException(issues.Found);
        }
    }

    private static ScenarioException Refusal(string path, string found, string expected, string cure) =>
        new([new Issue(path, 1, 1, "", found, expected, cure)]);
}
