namespace Simulator.Experiments.Tests;

/// <summary>Compares a text with a committed file; <c>O1SIM_ACCEPT=1</c> writes the file instead.</summary>
internal static class Golden
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root
    {
        get
        {
            var folder = TestContext.CurrentContext.TestDirectory;
            while (!File.Exists(Path.Combine(folder, "Simulator.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No solution above.");
            }

            return folder;
        }
    }

    /// <summary>Fails where the file differs from the text, and says how to accept it.</summary>
    /// <param name="text">What is made today.</param>
    /// <param name="path">The file, from the root of the repository.</param>
    public static void Compare(string text, string path)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("O1SIM_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.That(text, Is.EqualTo(File.ReadAllText(file)), $"{path} differs; O1SIM_ACCEPT=1 writes it anew.");
    }
}
