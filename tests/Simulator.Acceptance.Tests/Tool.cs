using System.Diagnostics;
using System.Globalization;

namespace Simulator.Acceptance.Tests;

/// <summary>Runs the built tool as a user does: a process, its exit code, what it printed.</summary>
internal static class Tool
{
    public static string Root { get; } = FindRoot();

    private static string Assembly => Path.Combine(TestContext.CurrentContext.TestDirectory, "o1sim.dll");

    public static (int ExitCode, string Output, string Errors) Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs it with a text at its stdin.</summary>
    public static (int ExitCode, string Output, string Errors) RunWith(string input, params string[] arguments) =>
        RunProgram("dotnet", [], [Assembly, .. arguments], input);

    /// <summary>Runs it with some environment variables set.</summary>
    public static (int ExitCode, string Output, string Errors) Run(
        IReadOnlyList<(string Name, string Value)> environment,
        IReadOnlyList<string> arguments
    ) => RunProgram("dotnet", environment, [Assembly, .. arguments]);

    /// <summary>Runs another program at the root of the project.</summary>
    public static (int ExitCode, string Output, string Errors) RunProgram(
        string program,
        IReadOnlyList<(string Name, string Value)> environment,
        IReadOnlyList<string> arguments,
        string? input = null
    )
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    /// <summary>Starts the tool, waits for a sign that it is at work, sends a signal, and waits for the end.</summary>
    public static (int ExitCode, string Output, string Errors) Interrupt(
        string signal,
        Func<bool> isAtWork,
        params string[] arguments
    )
    {
        // a test host that was started in the background hands down ignored signals
        var start = new ProcessStartInfo("env")
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["--default-signal=" + signal, "dotnet", Assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.That(() => process.HasExited || isAtWork(), Is.True.After(60_000, 5), "it never got to work");
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }

    public static string NewFolder()
    {
        var folder = Path.Combine(
            TestContext.CurrentContext.WorkDirectory,
            "acceptance",
            TestContext.CurrentContext.Test.ID
        );
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return folder;
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
