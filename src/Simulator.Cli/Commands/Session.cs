using Simulator.Cli.Terminal;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Experiments.Sweeps;

namespace Simulator.Cli.Commands;

/// <summary>What all commands do around their answer: read the scenario, refuse, claim the folder, follow, stop in order.</summary>
internal static class Session
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="files">Files that the answer will write to <c>--out</c>.</param>
    /// <param name="answer">Studies the scenario and reports.</param>
    /// <param name="hash">What <c>--out</c> belongs to; the scenario's own hash unless told otherwise.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        StudyRequest request,
        IReadOnlyList<string> files,
        Action<SessionScope> answer,
        Func<Scenario, string>? hash = null
    )
    {
        var scenario = Overrides.Apply(ScenarioFile.Read(request.File), request);
        if (request.HasLint)
        {
            DesignGate.Pass(Cell.Of(request.Command, scenario));
        }

        var owner = hash?.Invoke(scenario) ?? scenario.Hash;
        using var claim = request.Folder is { } folder
            ? StudyFolder.Claim(folder, owner, request.IsForced, files)
            : null;
        using var interruption = new Interruption();
        using var progress = new StudyProgressLine(request.Command);
        var options = new StudyOptions
        {
            Threads = request.Threads,
            Replications = request.Replications,
            Folder = request.Folder,
        };
        try
        {
            answer(new SessionScope(scenario, options, progress, interruption.Token));
            return ExitCode.Answered;
        }
        catch (OperationCanceledException)
        {
            progress.Close();
            Console.Error.WriteLine(
                request.Folder is null
                    ? "Interrupted. Without --out nothing was kept."
                    : "Interrupted. What was finished is kept; the same command goes on from there."
            );
            return interruption.ExitCode;
        }
    }

    /// <summary>Warnings on stderr, unless they stand at the end of a summary on the same terminal.</summary>
    public static void WriteNotes(StudyRequest request, IEnumerable<string> warnings)
    {
        if (request.Format is not ("json" or "csv") && !Console.IsOutputRedirected)
        {
            return;
        }

        foreach (var warning in warnings)
        {
            Console.Error.WriteLine($"Note: {warning}");
        }
    }
}
