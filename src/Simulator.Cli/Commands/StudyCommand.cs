using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>o1sim run</c> and <c>o1sim sweep</c>: the same options, one size or many.</summary>
internal static class StudyCommand
{
    public static Command Make(string name, string description)
    {
        var options = new ScenarioOptions(name, "N instead of the file's; for sweep a list such as 1,100,1000.");
        var records = new Option<bool>("--records")
        {
            Description = "Write nodes.csv of replication 0 at the largest N to --out.",
        };
        var predict = new Option<string?>("--predict")
        {
            Description =
                "Sizes such as 500000,1000000 at which the fitted law is read; twice the largest unless told otherwise.",
        };
        var engine = new Option<string>("--engine")
        {
            Description = "simulation, or analytic: mean values in milliseconds up to 1e9 nodes, nothing is run.",
            DefaultValueFactory = _ => "simulation",
        };
        engine.AcceptOnlyFromAmong("simulation", "analytic");
        var command = new Command(name, description);
        options.AddTo(command);
        command.Add(records);
        command.Add(engine);
        if (name == "sweep")
        {
            command.Add(predict);
        }

        command.SetAction(parsed =>
        {
            var request = options.Read(parsed) with
            {
                HasRecords = parsed.GetValue(records),
                Predict = parsed.GetValue(predict),
            };
            return Guard.Run(() =>
                parsed.GetValue(engine) == "analytic" ? AnalyticSession.Run(request) : StudySession.Run(request)
            );
        });
        return command;
    }
}
