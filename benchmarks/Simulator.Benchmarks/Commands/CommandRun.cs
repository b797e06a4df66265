using System.ComponentModel;
using System.Diagnostics;

namespace Simulator.Benchmarks.Commands;

/// <summary>Runs commands as processes of their own and watches what they take.</summary>
/// <param name="executable">The tool: a program, or a library that <c>dotnet</c> runs.</param>
internal sealed class CommandRun(string executable)
{
    private const int LookEveryMilliseconds = 5;

    /// <summary>Runs a command once.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public CommandCost Of(string arguments)
    {
        var isOwn = arguments.StartsWith(CommandCases.Alone, StringComparison.Ordinal);
        var program = isOwn ? typeof(CommandRun).Assembly.Location : executable;
        var isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(
            isLibrary ? "dotnet" : program,
            isLibrary ? $"{program} {arguments}" : arguments
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        double? firstLine = null;
        var gate = new Lock();
        void Note(object sender, DataReceivedEventArgs line)
        {
            lock (gate)
            {
                firstLine ??= line.Data is null ? null : clock.Elapsed.TotalSeconds;
            }
        }

        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var seen = default(Seen);
        while (!process.WaitForExit(LookEveryMilliseconds))
        {
            seen = Look(process, seen);
        }

        var wall = clock.Elapsed.TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0
            ? new CommandCost(wall, firstLine, seen.ProcessorSeconds, seen.PeakBytes)
            : throw new InvalidOperationException($"'o1sim {arguments}' ended with exit code {process.ExitCode}.");
    }

    /// <summary>What a process has taken so far; once it has ended, the system tells no more.</summary>
    private static Seen Look(Process process, Seen before)
    {
        try
        {
            process.Refresh();
            return new Seen(process.TotalProcessorTime.TotalSeconds, Math.Max(before.PeakBytes, process.WorkingSet64));
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return before;
        }
    }

    private readonly record struct Seen(double ProcessorSeconds, long PeakBytes);
}
