using Simulator.Cli.Commands;

namespace Simulator.Cli;

/// <summary>The entry point of <c>o1sim</c>.</summary>
internal static class Program
{
    private static int Main(string[] args) => CommandLine.Run(args);
}
