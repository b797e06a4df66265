using Simulator.Experiments.Logs;

namespace Simulator.Experiments.Evidence;

/// <summary>A file of points with rows that cannot be used, while the rest was not asked for.</summary>
public sealed class EvidenceProblemsException(string file, LogProblems problems)
    : Exception(LogProblemsException.Format(file, problems));
