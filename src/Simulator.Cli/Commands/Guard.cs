using Simulator.Cluster;
using Simulator.Cluster.Bounds;
using Simulator.Experiments.Analytic;
using Simulator.Experiments.Evidence;
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
        catch (ScenarioException exception)
        {
            Console.Error.Write(exception.Message);
            return ExitCode.BadInput;
        }
        catch (Exception exception)
            when (exception
                    is StudyFolderException
                        or StudyOptionException
                        or LogException
                        or EvidenceException
                        or PlanException
                        or AnalyticException
            )
        {
            Console.Error.WriteLine($"o1sim: {exception.Message}");
            return ExitCode.BadInput;
        }
        catch (LogProblemsException exception)
        {
            Console.Error.Write(exception.Message);
            Console.Error.WriteLine("Nothing was fitted; --use-rest fits the other rows.");
            return ExitCode.BadInput;
        }
        catch (EvidenceProblemsException exception)
        {
            Console.Error.Write(exception.Message);
            Console.Error.WriteLine("Nothing was predicted; --use-rest predicts the other rows.");
            return ExitCode.BadInput;
        }
        catch (Exception exception) when (exception is DeadlockException or RunawayException or BoundViolatedException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.RunFailed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"o1sim: {exception.Message.TrimEnd('.')}. What was finished is kept; the same command goes on from there."
            );
            return ExitCode.RunFailed;
        }
        catch (OutOfMemoryException)
        {
            Console.Error.WriteLine(
                "o1sim: not enough memory for this number of nodes; use fewer --threads or --nodes."
            );
            return ExitCode.RunFailed;
        }
    }
}
