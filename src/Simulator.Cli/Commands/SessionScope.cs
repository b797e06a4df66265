using Simulator.Cli.Terminal;
using Simulator.Experiments.Running;
using Simulator.Experiments.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary>What a command works with while it answers.</summary>
/// <param name="Scenario">The scenario, overrides applied.</param>
/// <param name="Options">Threads, replications, folder.</param>
/// <param name="Progress">Follows the study; to be closed before stdout is written.</param>
/// <param name="Cancellation">Ctrl-C and SIGTERM.</param>
internal sealed record SessionScope(
    Scenario Scenario,
    StudyOptions Options,
    StudyProgressLine Progress,
    CancellationToken Cancellation
);
