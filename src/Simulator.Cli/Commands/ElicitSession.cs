using Simulator.Cli.Terminal;
using Simulator.Experiments.Elicitation;
using Simulator.Experiments.Elicitation.Answers;
using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Files;
using Simulator.Experiments.Scenarios;
using Simulator.Reporting.Elicitation;
using Simulator.Reporting.Tables;

namespace Simulator.Cli.Commands;

/// <summary>One <c>elicit</c>: from scenario to questionnaire, or from answers to findings.</summary>
internal static class ElicitSession
{
    public static int Run(ElicitRequest request)
    {
        if (request.Answers.Count == 0)
        {
            return Ask(request);
        }

        if (request.Questionnaire is not null)
        {
            throw new StudyOptionException("--questionnaire writes what --answers reads: give one of the two.");
        }

        if (request.Draws < ElicitTerms.FewestDraws)
        {
            throw new StudyOptionException(
                $"--draws is {request.Draws}: at least {ElicitTerms.FewestDraws} are needed."
            );
        }

        if (request.Study.Replications < ElicitTerms.FewestReplications)
        {
            throw new StudyOptionException(
                "--replications is 1: at least 2 are needed, since one does not show chance."
            );
        }

        return Study(request);
    }

    private static int Ask(ElicitRequest request)
    {
        if (request.Study.Folder is not null)
        {
            throw new StudyOptionException(
                "--out holds what answers amount to: give --answers, or --questionnaire FILE.csv."
            );
        }

        var scenario = Overrides.Apply(ScenarioFile.Read(request.Study.File), request.Study);
        var questions = QuestionSet.Of(scenario);
        if (request.Questionnaire is { } file)
        {
            AtomicFile.Write(file, stream => Questionnaire.Write(questions, file, stream));
            Console.Error.WriteLine($"{questions.Count} questions were written to {file}.");
        }

        using var output = Console.OpenStandardOutput();
        switch (request.Study.Format)
        {
            case "json":
                ElicitJson.Write(scenario, questions, output);
                break;
            case "csv":
                CsvTables.Write(QuestionTables.Of(questions), output);
                break;
            default:
                QuestionText.Write(scenario, questions, Console.Out, Screen.Layout());
                break;
        }

        return ExitCode.Answered;
    }

    private static int Study(ElicitRequest request)
    {
        var terms = new ElicitTerms
        {
            Draws = request.Draws ?? ElicitTerms.DefaultDraws,
            IsWeighted = request.IsWeighted,
        };
        AnswerSet? answers = null;
        return Session.Run(
            request.Study,
            ElicitFolder.TableNames,
            scope =>
            {
                var found = ElicitStudy.Run(
                    scope.Scenario,
                    answers!,
                    terms,
                    scope.Options,
                    scope.Progress,
                    scope.Cancellation
                );
                scope.Progress.Close();
                Report(found, request.Study);
            },
            scenario =>
            {
                answers = AnswerSet.Read(scenario, request.Answers, request.UsesRest);
                return ElicitResult.HashOf(scenario, answers, terms);
            }
        );
    }

    private static void Report(ElicitResult found, StudyRequest request)
    {
        if (found.Answers.Problems.Count > 0)
        {
            Console.Error.Write(AnswerProblemsException.Format(found.Answers.Problems));
        }

        if (request.Folder is { } folder)
        {
            ElicitFolder.Write(found, folder);
            EnvironmentFile.Write(folder, request.Threads);
        }

        Session.WriteNotes(request, ElicitFolder.Warnings(found));
        using var output = Console.OpenStandardOutput();
        switch (request.Format)
        {
            case "json":
                ElicitJson.Write(found, output);
                break;
            case "csv":
                CsvTables.Write(ElicitTables.Questions(found), output);
                break;
            default:
                ElicitText.Write(found, Console.Out, Screen.Layout());
                break;
        }
    }
}
