namespace Simulator.Experiments.Imports;

/// <summary>Who gave the value of a parameter.</summary>
public enum ParameterOrigin
{
    /// <summary>The tool's file.</summary>
    File,

    /// <summary>The user, with <c>--set</c>.</summary>
    Set,

    /// <summary>The tool's documented default, since the file leaves it out.</summary>
    Default,

    /// <summary>Nobody: the user has to.</summary>
    Missing,
}
