using Simulator.Cli.Terminal;
using Simulator.Experiments.Planning;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Planning;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>plan</c> from file to answer.</summary>
internal static class PlanSession
{
    public static int Run(PlanRequest request)
    {
        if (request is { AsksLargest: true, Study.Folder: not null })
        {
            throw new StudyOptionException("--largest-nodes changes nothing, so there is nothing to write to --out.");
        }

        return Session.Run(
            request.Study,
            PlanFolder.TableNames,
            scope =>
            {
                var goal = GoalReader.Read(scope.Scenario, request.Within, request.Deadline, request.Probability);
                if (request.AsksLargest)
                {
                    Largest(goal, request.Study, scope);
                    return;
                }

                var found = PlanStudy.Run(
                    scope.Scenario,
                    goal,
                    request.Terms,
                    scope.Options,
                    scope.Progress,
                    scope.Cancellation
                );
                var warnings = PlanWords.Warnings(found);
                var told = found.Before with { Answer = PlanWords.Answer(found), Warnings = warnings };
                scope.Progress.Close();
                Report(found with { Before = told }, request.Study, scope.Scenario);
            }
        );
    }

    private static void Report(PlanResult plan, StudyRequest request, Scenario scenario)
    {
        if (request.Folder is { } folder)
        {
            PlanFolder.Write(plan, scenario, folder);
            EnvironmentFile.Write(folder, request.Threads);
            NoteData(scenario);
        }

        Session.WriteNotes(request, plan.Before.Warnings);
        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                PlanFolder.WriteJson(plan, output);
                break;
            case "csv":
                CsvTables.Write(PlanTables.Steps(plan), output);
                break;
            default:
                PlanText.Write(plan, Console.Out, Screen.Layout());
                break;
        }
    }

    /// <summary>Relative paths of data files start at the scenario's folder, which is another one now.</summary>
    private static void NoteData(Scenario scenario)
    {
        foreach (var file in scenario.DataFiles.Where(file => !Path.IsPathRooted(file.Path)))
        {
            Console.Error.WriteLine(
                $"Note: {PlanFolder.Planned} reads '{file.Path}': put it beside the scenario there."
            );
        }
    }

    private static void Largest(PlanGoal goal, StudyRequest request, SessionScope scope)
    {
        var sizes = LargestStudy.Run(scope.Scenario, goal, scope.Options, scope.Cancellation);
        scope.Progress.Close();
        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                LargestJson.Write(scope.Scenario, goal, sizes, output);
                break;
            case "csv":
                CsvTables.Write(PlanTables.Sizes(sizes), output);
                break;
            default:
                Console.Out.WriteLine(PlanWords.Largest(goal, sizes));
                break;
        }
    }
}
