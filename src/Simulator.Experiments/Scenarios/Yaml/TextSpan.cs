namespace Simulator.Experiments.Scenarios.Yaml;

/// <summary>A place in a text.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Length">Characters on that line; 0 for what stands in no line, such as an override.</param>
internal readonly record struct TextSpan(int Line, int Column, int Length)
{
    /// <summary>The first character of a text.</summary>
    public static readonly TextSpan Start = new(1, 1, 1);
}
