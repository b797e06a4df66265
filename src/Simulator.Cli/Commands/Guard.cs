using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Experiments.Analytic;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Evidence;
using Simulator.Experiments.Imports;
using Simulator.Experiments.Logs;
using Simulator.Experiments.Planning;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;
using Simulator.Kernel;

namespace Simulator.Cli.Commands;

/// <summary>Turns what can go wrong into a sentence on stderr and an exit code.</summary>
internal static class Guard
{
    public static int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception exception) when (Outcome(exception) is var (code, text))
        {
            Console.Error.WriteLine(text.TrimEnd('\n'));
            return code;
        }
    }

    /// <summary>What to end with and what to say; null for a mistake of ours, which shows its stack.</summary>
    private static (int Code, string Text)? Outcome(Exception exception) =>
        exception switch
        {
            ScenarioException or ImportException => (ExitCode.BadInput, exception.Message),
            StudyFolderException
            or StudyOptionException
            or LogException
            or EvidenceException
            or ElicitException
            or AnalyticException
            or CompareException
            or PlanException => (ExitCode.BadInput, $"o1sim: {exception.Message}"),
            LogProblemsException => BadRows(exception, "fitted", "fits"),
            EvidenceProblemsException => BadRows(exception, "predicted", "predicts"),
            AnswerProblemsException => BadRows(exception, "pooled", "pools"),
            DeadlockException or RunawayException or BoundViolatedException => (ExitCode.RunFailed, exception.Message),
            NoneCompletedException => (ExitCode.RunFailed, $"o1sim: {exception.Message}"),
            IOException or UnauthorizedAccessException => (
                ExitCode.RunFailed,
                $"o1sim: {exception.Message.TrimEnd('.')}. What was finished is kept; the same command goes on from there."
            ),
            OutOfMemoryException => (
                ExitCode.RunFailed,
                "o1sim: not enough memory for this number of nodes; use fewer --threads or --nodes."
            ),
            _ => null,
        };

    private static (int Code, string Text) BadRows(Exception exception, string done, string does) =>
        (ExitCode.BadInput, $"{exception.Message}Nothing was {done}; --use-rest {does} the other rows.");
}
