using Simulator.Experiments.Elicitation.Asking;
using Simulator.Experiments.Elicitation.Laws;

namespace Simulator.Experiments.Elicitation.Answers;

/// <summary>What one expert said to one question; numbers in the unit of the question.</summary>
public sealed record Answer
{
    /// <summary>Where it stands: file and line.</summary>
    public required (string File, int Row) At { get; init; }

    /// <summary>What was asked.</summary>
    public required Question Question { get; init; }

    /// <summary>Who answered.</summary>
    public required string Expert { get; init; }

    /// <summary>The three numbers as they were given, rising.</summary>
    public required (double First, double Second, double Third) Given { get; init; }

    /// <summary>Whether they are least, most likely and greatest value; else P10, P50 and P90.</summary>
    public bool IsTriple { get; init; }

    /// <summary>The law that passes through them.</summary>
    public required ExpertLaw Law { get; init; }

    /// <summary>How sure the expert is, in (0, 1]; 1 where nothing was said.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What the answer rests on; empty where nothing was said.</summary>
    public string Source { get; init; } = "";

    /// <summary>P10 of the law.</summary>
    public double Low => IsTriple ? Law.Quantile(0.1) : Given.First;

    /// <summary>P50 of the law.</summary>
    public double Middle => IsTriple ? Law.Quantile(0.5) : Given.Second;

    /// <summary>P90 of the law.</summary>
    public double High => IsTriple ? Law.Quantile(0.9) : Given.Third;
}
