using System.Text;
using Simulator.Experiments.Files;
using Simulator.Experiments.Scenarios.Data;
using Simulator.Experiments.Scenarios.Reading;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Scenarios;

/// <summary>From a file to a <see cref="Scenario"/>, or to everything that is wrong with it at once.</summary>
public static class ScenarioFile
{
    /// <summary>The longest text, in bytes; asked of the file system before anything is read.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
        return Parse(ReadText(path), path, folder);
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

    private static string ReadText(string path)
    {
        try
        {
            if (PlainFile.LengthOf(path) == 0)
            {
                throw Refusal(path, "the file is empty, or no plain file", "a scenario is needed", "");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > MostBytes)
            {
                throw Refusal(path, "the file is longer than 1 MiB", "a scenario is a text for people", "");
            }

            var bytes = new byte[MostBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Decode(bytes.AsSpan(0, length), path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refusal(path, "the file does not exist", "", "Check its name and the current folder.");
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refusal(path, "the file cannot be read", "", "It has to be a file that you may read.");
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.StartsWith<byte>([0xFE, 0xFF]) || bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            throw Refusal(path, "the file is UTF-16", "UTF-8 is needed", "Save it as UTF-8 without byte order mark.");
        }

        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var before = bytes[..Math.Clamp(broken.Index, 0, bytes.Length)];
            var line = 1 + before.Count((byte)'\n');
            var column = 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
            throw Refusal(
                path,
                "this byte is not UTF-8",
                "",
                "Save the file as UTF-8 without byte order mark.",
                (line, column)
            );
        }
    }

    private static ScenarioException Refusal(
        string path,
        string found,
        string expected,
        string cure,
        (int Line, int Column)? at = null
    ) => new([new Issue(path, at?.Line ?? 1, at?.Column ?? 1, "", found, expected, cure)]);
}
