using System.Text;
using Simulator.Experiments.Files;

namespace Simulator.Experiments.Scenarios;

/// <summary>Reads texts that people wrote: UTF-8, of limited length, never from something that blocks or does not end.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">The longest text, in bytes; asked of the file system before anything is read.</param>
    /// <param name="noun">What is needed there, with its article.</param>
    /// <returns>The text, not empty.</returns>
    /// <exception cref="ScenarioException">It cannot be read; the message says why.</exception>
    public static string Read(string path, int mostBytes, string noun)
    {
        try
        {
            if (PlainFile.LengthOf(path) == 0)
            {
                throw Refusal(path, "the file is empty, or no plain file", $"{noun} is needed", "");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > mostBytes)
            {
                throw Refusal(
                    path,
                    $"the file is longer than {mostBytes >> 20} MiB",
                    $"{noun} is a text for people",
                    ""
                );
            }

            return Read(stream, path, mostBytes);
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

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">Its bytes are UTF-8.</param>
    /// <param name="name">How messages name it.</param>
    /// <param name="mostBytes">The longest text, in bytes.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ScenarioException">It is too long, or no UTF-8; the message says where.</exception>
    public static string Read(Stream stream, string name, int mostBytes)
    {
        var bytes = new byte[mostBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > mostBytes
            ? throw Refusal(name, $"the text is longer than {mostBytes >> 20} MiB", "", "Split it.")
            : Decode(bytes.AsSpan(0, length), name);
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
