using BenchmarkDotNet.Running;
using Simulator.Benchmarks.Paired;

if (args is ["paired", ..])
{
    Results.Make(wanted: args.ElementAtOrDefault(1) ?? "", path: args.ElementAtOrDefault(2));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
