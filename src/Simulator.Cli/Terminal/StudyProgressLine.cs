using System.Diagnostics;
using System.Globalization;
using Simulator.Cluster.Strategies;
using Simulator.Experiments.Running;
using Simulator.Experiments.Sweeps;
using Simulator.Reporting.Text;
using Spectre.Console;

namespace Simulator.Cli.Terminal;

/// <summary>Progress on stderr: a line for every finished cell; on a terminal, below them, a bar with the time left.</summary>
internal sealed class StudyProgressLine : IStudyObserver, IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenPlainLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeGuessing = TimeSpan.FromSeconds(2);

    private readonly string _command;
    private readonly IAnsiConsole _console;
    private readonly bool _hasBar;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _shown;
    private bool _isBarShown;

    public StudyProgressLine(string command)
    {
        _command = command;
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        _hasBar = !Console.IsErrorRedirected && _console.Profile.Capabilities.Ansi;
    }

    public void Started(IReadOnlyList<Cell> cells)
    {
        if (_hasBar)
        {
            _console.Cursor.Hide();
        }
    }

    public void Progressed(StudyProgress progress)
    {
        var share = progress.Known == 0 ? 0 : (double)progress.Done / progress.Known;
        var left = TimeLeft(progress) is { } seconds ? $", about {HumanTime.Of(seconds)} left" : "";
        Show(share, $"{share * 100:0} %, {progress.CellsDone} of {progress.Cells} cells{left}");
    }

    public void Trying(Cell cell, string change) =>
        Show(1, string.Create(CultureInfo.InvariantCulture, $"all cells done; N = {cell.Nodes:N0} {change}"));

    public void Finished(Cell cell, IReadOnlyList<ReplicationResult> replications)
    {
        ClearBar();
        var values = cell.AxisValues.Count > 0 ? string.Join(", ", cell.AxisValues) : $"{cell.Nodes}";
        var count = replications.Count == 1 ? "1 replication" : $"{replications.Count} replications";
        Console.Error.WriteLine($"{_command}: {values}: {Times(replications)} ({count})");
    }

    private static string Times(IReadOnlyList<ReplicationResult> replications)
    {
        var ended = replications.Where(replication => replication.Run.Halt == HaltCause.None).ToList();
        return ended.Count == 0
            ? "stopped early"
            : $"T = {HumanTime.Of(ended.Average(replication => replication.Run.Makespan))}";
    }

    public void Close()
    {
        ClearBar();
        if (_hasBar)
        {
            _console.Cursor.Show();
        }
    }

    public void Dispose() => Close();

    private void Show(double share, string words)
    {
        var since = _clock.Elapsed - _shown;
        if (since < (_hasBar ? BetweenLines : BetweenPlainLines))
        {
            return;
        }

        _shown = _clock.Elapsed;
        var text = $"{_command}: {words}";
        if (!_hasBar)
        {
            Console.Error.WriteLine(text);
            return;
        }

        ClearBar();
        var filled = (int)(share * BarWidth);
        Console.Error.Write($"{new string('━', filled)}{new string('─', BarWidth - filled)} {text}");
        _isBarShown = true;
    }

    private double? TimeLeft(StudyProgress progress)
    {
        var made = progress.Done - progress.Resumed;
        return made <= 0 || _clock.Elapsed < BeforeGuessing
            ? null
            : _clock.Elapsed.TotalSeconds * (progress.Known - progress.Done) / made;
    }

    private void ClearBar()
    {
        if (_isBarShown)
        {
            Console.Error.Write("\r\u001b[K");
            _isBarShown = false;
        }
    }
}
