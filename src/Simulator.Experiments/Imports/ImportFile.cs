using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Scenarios.Yaml;

namespace Simulator.Experiments.Imports;

/// <summary>A file of another tool.</summary>
public sealed class ImportFile
{
    /// <summary>The longest text, in bytes.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Takes a text.</summary>
    /// <param name="name">The file as messages and comments should name it.</param>
    /// <param name="text">Its characters.</param>
    public ImportFile(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        Source = new SourceText(Characters.Display(name), text.TrimStart('\uFEFF'));
    }

    internal SourceText Source { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ScenarioException">It cannot be read; the message says why.</exception>
    public static ImportFile Read(string path) => new(path, PlainText.Read(path, MostBytes, "a manifest"));

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">Its bytes are UTF-8; stays open.</param>
    /// <param name="name">How messages and comments should name it.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ScenarioException">It is too long, or no UTF-8; the message says where.</exception>
    public static ImportFile Read(Stream stream, string name) => new(name, PlainText.Read(stream, name, MostBytes));
}
