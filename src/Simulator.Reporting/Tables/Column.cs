namespace Simulator.Reporting.Tables;

/// <summary>A column: its name in files, and what stands in it.</summary>
internal sealed record Column<T>(string Name, Func<T, Field> Value);
