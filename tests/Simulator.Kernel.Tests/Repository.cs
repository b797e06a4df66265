namespace Simulator.Kernel.Tests;

/// <summary>Files of the repository, and committed texts that tests compare with.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Fails where the file differs from the text; <c>O1SIM_ACCEPT=1</c> writes it anew.</summary>
    public static void Compare(string text, string path)
    {
        if (Environment.GetEnvironmentVariable("O1SIM_ACCEPT") is "1")
        {
            File.WriteAllText(Path.Combine(Root, path), text);
        }

        Assert.That(text, Is.EqualTo(Read(path)), $"{path} differs; O1SIM_ACCEPT=1 writes it anew.");
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Simulator.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No solution above.");
        }

        return folder;
    }
}
