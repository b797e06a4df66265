using System.Globalization;
using BenchmarkDotNet.Running;
using Simulator.Benchmarks.Commands;
using Simulator.Benchmarks.Paired;
using Simulator.Benchmarks.Updates;

switch (args)
{
    case ["paired", ..]:
        Results.Make(wanted: args.ElementAtOrDefault(1) ?? "", path: args.ElementAtOrDefault(2));
        break;
    case ["commands", var executable, ..]:
        CommandResults.Make(executable, path: args.ElementAtOrDefault(2));
        break;
    case [CommandCases.Alone, var nodes]:
        Console.WriteLine(ClusterUpdate.Product(int.Parse(nodes, CultureInfo.InvariantCulture)));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
