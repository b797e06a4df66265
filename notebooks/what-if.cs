#:project ../src/Simulator.Kernel/Simulator.Kernel.csproj
#:project ../src/Simulator.Cluster/Simulator.Cluster.csproj
#:project ../src/Simulator.Experiments/Simulator.Experiments.csproj
#:property PublishAot=false

// What if one number of a scenario were another? The library without the tool:
//   dotnet run notebooks/what-if.cs -- scenarios/gpu-driver-parallel.yaml rollout.limit.cap 1 16 256

using System.Globalization;
using Simulator.Cluster;
using Simulator.Cluster.Updates;
using Simulator.Experiments.Scenarios;

const int Replications = 20;
if (args is not [var file, var key, _, ..])
{
    Console.Error.WriteLine("dotnet run notebooks/what-if.cs -- SCENARIO.yaml KEY VALUE [VALUE...]");
    return 2;
}

var scenario = ScenarioFile.Read(file);
var floor = MeanSeconds(UpdatePlan.Compile(scenario.Model, PlanOptions.Solo));
Print("nobody waits", floor);
foreach (var value in args[2..])
{
    Print($"{key} = {value}", MeanSeconds(UpdatePlan.Compile(scenario.With(key, value).Model)));
}

return 0;

// the same replications for every value, so that luck does not decide between them
double MeanSeconds(UpdatePlan plan) =>
    Enumerable
        .Range(0, Replications)
        .Average(number => Rollout.Run(plan, scenario.Seed, (ulong)number).Makespan.Seconds);

void Print(string what, double seconds) =>
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what, -32} {seconds / 60, 10:#,0.0} min  x {seconds / floor:0.00}"
        )
    );
