namespace Simulator.Experiments.Logs;

/// <summary>A row of a log that cannot be used.</summary>
/// <param name="Row">The line of the file at which it begins, from 1; the head line is 1.</param>
/// <param name="Kind">What is wrong, one word: missing, unreadable, reversed, empty, zone, duplicate, overlap, node, rack or outcome.</param>
/// <param name="Detail">A sentence without its full stop.</param>
public sealed record LogProblem(int Row, string Kind, string Detail);
