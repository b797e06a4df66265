namespace Simulator.Experiments.Imports;

/// <summary>Where in a tool's own file something stands.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
/// <param name="Path">The key path in the tool's spelling, such as <c>spec.maxUnavailable</c>.</param>
public sealed record SourcePlace(string File, int Line, int Column, string Path);
