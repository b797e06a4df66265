namespace Simulator.Reporting.Tables;

/// <summary>Where a column of <c>nodes.csv</c> stands in the records of a run.</summary>
internal readonly record struct NodeColumn(string Name, int Level, int Column);
