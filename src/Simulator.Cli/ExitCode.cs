namespace Simulator.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    public const int Answered = 0;
    public const int RunFailed = 1;
    public const int BadInput = 2;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
