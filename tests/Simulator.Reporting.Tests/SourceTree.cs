namespace Simulator.Reporting.Tests;

/// <summary>Where the sources lie: builds for CI map their paths, so the compiler's word for a file is not its place.</summary>
internal static class SourceTree
{
    private const string Project = "/tests/Simulator.Reporting.Tests/";

    public static string Root { get; } = FindRoot();

    /// <summary>The place of a source file of this project, from the path that the compiler gives.</summary>
    public static string Locate(string callerPath)
    {
        var path = callerPath.Replace('\\', '/');
        return Root + path[path.LastIndexOf(Project, StringComparison.Ordinal)..];
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Simulator.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
