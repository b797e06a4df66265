namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>A row of answers that cannot be used.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Row">The line at which the row begins, from 1; the head line is 1.</param>
/// <param name="Kind">What is wrong, one word: question, expert, incomplete, both, unreadable, unit, negative, order, range, confidence or duplicate.</param>
/// <param name="Detail">A sentence without its full stop.</param>
public sealed record AnswerProblem(string File, int Row, string Kind, string Detail);
